/** A few choices side by side, one of them taken. */
interface Props {
  label: string;
  /** Value and what the button says. */
  options: readonly (readonly [value: string, text: string])[];
  value: string;
  onChoose: (value: string) => void;
}

export function Switch({ label, options, value, onChoose }: Props) {
  return (
    <fieldset class="switch labelled">
      <legend>{label}</legend>
      {options.map(([each, text]) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === value}
          onClick={() => {
            if (each !== value) onChoose(each);
          }}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
