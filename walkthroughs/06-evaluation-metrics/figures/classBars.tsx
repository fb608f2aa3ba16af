/** Which classes a generator makes, as bars to click: the Inception Score follows, and looks at no real sample. */
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { CLASSES, scoreOfClasses } from './generativeLab.ts';

interface State {
  dropped: readonly number[];
  sureness: number;
  /** Real data are 0s and 1s only. */
  onlyTwo: boolean;
}

interface Props extends State {
  onChange: (part: Partial<State>) => void;
}

const SAMPLES = 1000;
const classes = Array.from({ length: CLASSES }, (_, i) => i);

export function ClassBars({ dropped, sureness, onlyTwo, onChange }: Props) {
  const kept = classes.filter((digit) => !dropped.includes(digit));
  const toggle = (digit: number) => {
    if (!dropped.includes(digit)) {
      // A generator makes something: its last class stays
      if (kept.length > 1) onChange({ dropped: [...dropped, digit] });
    } else onChange({ dropped: dropped.filter((each) => each !== digit) });
  };
  const score = kept.length > 0 ? scoreOfClasses(kept, sureness) : 1;
  const made = (digit: number) => (kept.includes(digit) ? Math.round(SAMPLES / kept.length) : 0);
  const real = (digit: number) => (onlyTwo ? (digit < 2 ? SAMPLES / 2 : 0) : SAMPLES / CLASSES);
  return (
    <section class="classes" aria-label="Inception Score">
      <h3>Inception Score: drop a class by a click</h3>
      <div class="bar">
        <div class="grow">
          <Slider
            label="Sureness of the classifier"
            min={0.1}
            max={1}
            value={sureness}
            onInput={(value) => onChange({ sureness: value })}
          />
        </div>
        <Switch
          label="Real digits"
          options={[
            ['all', 'all ten'],
            ['two', 'only 0 and 1'],
          ]}
          value={onlyTwo ? 'two' : 'all'}
          onChoose={(value) => onChange({ onlyTwo: value === 'two' })}
        />
      </div>
      <div class="class-bars">
        {classes.map((digit) => (
          <button
            key={digit}
            type="button"
            aria-pressed={kept.includes(digit)}
            aria-label={`Class ${digit}: ${made(digit)} of ${SAMPLES} samples`}
            onClick={() => toggle(digit)}
          >
            <span class="pole">
              <i class="made" style={{ height: `${barOf(made(digit))}%` }} />
              <i class="real" style={{ bottom: `${barOf(real(digit))}%` }} />
            </span>
            {digit}
          </button>
        ))}
      </div>
      <p class="muted">
        Bars: generated samples of each class, of {SAMPLES.toLocaleString('en-US')} (full height:
        all). Lines: real samples.
      </p>
      <p class="reading numbers" role="status">
        Inception Score <strong>{score.toFixed(2)}</strong> of at most {CLASSES}, with {kept.length}{' '}
        of {CLASSES} classes made.{' '}
        {onlyTwo
          ? 'Real digits are now all 0s and 1s, and the score has not moved: it sees generated samples only.'
          : 'It falls with each class dropped, and with each doubt of the classifier.'}
      </p>
      <DataTable
        caption="Samples of each class"
        columns={['Class', 'Generated', 'Real']}
        rows={classes.map((digit) => [digit, made(digit), real(digit)])}
      />
    </section>
  );
}

/** Height in per cent of all samples. */
function barOf(samples: number): number {
  return 100 * (samples / SAMPLES);
}
