/** A name written letter by letter, each drawn and then read: the other half of the chapter's last figure. */
import type { Signal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import { Touch } from '../../../src/webview/kit/formula.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { useInterval } from '../../../src/webview/kit/useInterval.ts';
import { ALPHABET, drawLetter, LONGEST, type NameModel, probabilities } from './nameModel.ts';
import { ProbabilityBars } from './probabilityBars.tsx';

interface Props {
  model: NameModel;
  temperature: number;
  onTemperature: (temperature: number) => void;
  active: Signal<string | undefined>;
}

/** Milliseconds a letter. */
const PACE = 350;
const KEPT = 12;
const SEED = 1;

export function Spelling({ model, temperature, onTemperature, active }: Props) {
  const text = useSignal('');
  const done = useSignal<readonly string[]>([]);
  const writing = useSignal(false);
  const random = useRef(new Random(SEED));
  const logits = model.read(text.value).at(-1)?.logits ?? new Float32Array(ALPHABET.length);
  const odds = probabilities(logits, temperature);

  const step = () => {
    const letter = text.value.length < LONGEST ? drawLetter(odds, random.current) : '.';
    if (letter !== '.') {
      text.value += letter;
      return;
    }
    done.value = [text.value || '(empty)', ...done.value].slice(0, KEPT);
    text.value = '';
  };
  useInterval(step, PACE, writing.value);
  const reset = () => {
    random.current = new Random(SEED);
    text.value = '';
    done.value = [];
    writing.value = false;
  };
  return (
    <>
      <div class="passes">
        <button
          type="button"
          class="primary pace"
          onClick={() => {
            writing.value = !writing.value;
          }}
        >
          {writing.value ? 'Pause writing' : 'Write'}
        </button>
        <button type="button" onClick={step}>
          Draw a letter
        </button>
        <button type="button" onClick={reset}>
          Reset names
        </button>
      </div>
      <Touch term="T" active={active}>
        <Slider
          label="Temperature T"
          min={0.1}
          max={3}
          value={temperature}
          onInput={onTemperature}
        />
      </Touch>
      <p class="spelled" role="img" aria-label={`Written so far: ${text.value || 'nothing'}`}>
        {[...`.${text.value}`].map((letter, i) => (
          <span key={i}>{letter}</span>
        ))}
      </p>
      <p class="muted">What may come next; a dot ends the name:</p>
      <Touch term="l" active={active}>
        <ProbabilityBars what="next letter" names={ALPHABET} odds={odds} />
      </Touch>
      <ul class="names" aria-label="Names written">
        {done.value.map((name, i) => (
          <li key={done.value.length - i}>{name}</li>
        ))}
      </ul>
    </>
  );
}
