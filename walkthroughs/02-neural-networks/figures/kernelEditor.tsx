/** The nine numbers of a kernel: typed, stepped with the arrow keys, or dragged up and down. */
import { useRef, useState } from 'preact/hooks';

interface Props {
  kernel: readonly number[];
  onChange: (kernel: number[]) => void;
}

const LIMIT = 9;
/** One press of an arrow key. */
const STEP = 0.5;
/** Pixels of a drag for one step. */
const PIXELS_A_STEP = 8;

export function KernelEditor({ kernel, onChange }: Props) {
  return (
    <fieldset class="kernel">
      <legend class="spoken">Weights of the kernel</legend>
      {kernel.map((weight, i) => (
        <Weight
          key={i}
          label={`Weight in row ${Math.floor(i / 3) + 1}, column ${(i % 3) + 1}`}
          value={weight}
          onChange={(value) => onChange(kernel.map((old, at) => (at === i ? value : old)))}
        />
      ))}
    </fieldset>
  );
}

interface WeightProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

function Weight({ label, value, onChange }: WeightProps) {
  const [typed, setTyped] = useState<string>();
  const start = useRef<{ y: number; value: number } | undefined>(undefined);
  const give = (next: number) => {
    const bounded = Math.min(LIMIT, Math.max(-LIMIT, Math.round(next * 100) / 100));
    if (bounded !== value) onChange(bounded);
  };
  const commit = () => {
    const number = Number(typed);
    if (typed?.trim() && Number.isFinite(number)) give(number);
    setTyped(undefined);
  };
  return (
    <input
      class="weight numbers"
      type="text"
      inputMode="decimal"
      role="spinbutton"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={-LIMIT}
      aria-valuemax={LIMIT}
      title="Drag up or down, use the arrow keys, or type"
      value={typed ?? String(value)}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setTyped(undefined);
        if (!direction) return;
        event.preventDefault();
        setTyped(undefined);
        give(value + direction * STEP);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, value };
      }}
      onPointerMove={(event) => {
        if (!start.current) return;
        const moved = Math.trunc((start.current.y - event.clientY) / PIXELS_A_STEP);
        if (moved !== 0 || value !== start.current.value) give(start.current.value + moved * STEP);
      }}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onPointerCancel={() => {
        start.current = undefined;
      }}
    />
  );
}
