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

/** What has been written so far. */
export interface Written {
  text: string;
  /** Names that are done, the newest first, with a space between two. */
  names: string;
  /** Letters drawn. */
  drawn: number;
}

interface Props {
  model: NameModel;
  written: Written;
  onWrite: (written: Written) => void;
  temperature: number;
  onTemperature: (temperature: number) => void;
  active: Signal<string | undefined>;
}

/** Milliseconds a letter. */
const PACE = 350;
const KEPT = 12;
const SEED = 1;

export function Spelling(props: Props) {
  const { model, written, onWrite, temperature, onTemperature, active } = props;
  const { text, drawn } = written;
  const names = written.names.split(' ').filter(Boolean);
  const writing = useSignal(false);
  const random = useRef<Random | undefined>(undefined);
  random.current ??= goneOn(drawn);
  const chance = random.current;
  const logits = model.read(text).at(-1)?.logits ?? new Float32Array(ALPHABET.length);
  const odds = probabilities(logits, temperature);

  const step = () => {
    const letter = drawLetter(odds, chance);
    const next = { ...written, drawn: drawn + 1 };
    if (letter !== '.' && text.length < LONGEST) onWrite({ ...next, text: text + letter });
    else {
      const all = [text || '(empty)', ...names].slice(0, KEPT);
      onWrite({ ...next, text: '', names: all.join(' ') });
    }
  };
  useInterval(step, PACE, writing.value);
  const reset = () => {
    random.current = goneOn(0);
    onWrite({ text: '', names: '', drawn: 0 });
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
      <p class="spelled" role="img" aria-label={`Written so far: ${text || 'nothing'}`}>
        {[...`.${text}`].map((letter, i) => (
          <span key={i}>{letter}</span>
        ))}
      </p>
      <p class="muted">What may come next; a dot ends the name:</p>
      <Touch term="l" active={active}>
        <ProbabilityBars what="next letter" names={ALPHABET} odds={odds} />
      </Touch>
      <ul class="names" aria-label="Names written">
        {names.map((name, i) => (
          <li key={names.length - i}>{name}</li>
        ))}
      </ul>
    </>
  );
}

/** As an earlier session left it: a letter takes one number. */
function goneOn(drawn: number): Random {
  const random = new Random(SEED);
  for (let i = 0; i < drawn; i++) random.next();
  return random;
}
