/** A slider with its name and its value; the value can be typed too. */
import { useId, useState } from 'preact/hooks';
import { formatNumber } from './format.ts';
import { bounded, fromFraction, type Scale, toFraction } from './scale.ts';

interface Props extends Scale {
  label: string;
  value: number;
  onInput: (value: number) => void;
  disabled?: boolean | undefined;
  /** Explains the value, e.g. to a tooltip. */
  title?: string | undefined;
}

/** One press of an arrow key is one of these. */
const positions = 200;

export function Slider({ label, value, onInput, disabled, title, ...scale }: Props) {
  const id = useId();
  const whole = scale.integer && !scale.log && scale.max - scale.min <= 1000;
  const range = whole
    ? { min: scale.min, max: scale.max, step: 1, value }
    : { min: 0, max: positions, step: 1, value: toFraction(scale, value) * positions };
  const read = (input: HTMLInputElement) =>
    whole ? input.valueAsNumber : fromFraction(scale, input.valueAsNumber / positions);
  return (
    <div class="slider" title={title}>
      <label for={id}>{label}</label>
      <NumberBox label={label} value={value} scale={scale} onInput={onInput} disabled={disabled} />
      <input
        id={id}
        type="range"
        {...range}
        disabled={disabled}
        aria-valuetext={formatNumber(value)}
        onInput={(event) => onInput(read(event.currentTarget))}
      />
    </div>
  );
}

interface NumberBoxProps {
  label: string;
  value: number;
  scale: Scale;
  onInput: (value: number) => void;
  disabled?: boolean | undefined;
}

/** Keeps what is being typed until Enter or leaving; Escape takes it back. */
function NumberBox({ label, value, scale, onInput, disabled }: NumberBoxProps) {
  const [typed, setTyped] = useState<string>();
  const commit = () => {
    const number = Number(typed);
    if (typed?.trim() && Number.isFinite(number)) onInput(bounded(scale, number));
    setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setTyped(undefined);
  };
  return (
    <input
      class="number"
      type="text"
      inputMode="decimal"
      aria-label={`${label}, as a number`}
      value={typed ?? shortNumber(value)}
      disabled={disabled}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={commit}
    />
  );
}

/** Without thousands separators: what is shown can be typed. */
function shortNumber(value: number): string {
  return Math.abs(value) >= 1e-4 || value === 0
    ? String(Number(value.toPrecision(4)))
    : value.toExponential().replace('e+', 'e');
}
