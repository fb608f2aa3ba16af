/** Games that go wrong, and the same games with a remedy, side by side. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { prefersReducedMotion } from '../../../src/webview/kit/theme.ts';
import { FailLab } from './failLab.ts';
import { GamePlane, OutcomeChart } from './failPlanes.tsx';
import { type FailureName, failureNames, failures } from './failures.ts';
import { FieldKeys } from './fieldKeys.tsx';
import './figures.css';

const terms: readonly Term[] = [
  {
    name: 'saturating',
    symbol: '\\ln(1 - D)',
    meaning: 'the loss of the first formula: flat where D is sure that a point is made',
  },
  {
    name: 'better',
    symbol: '-\\ln D',
    meaning: 'the non-saturating loss: steepest there',
  },
  { name: 'opinion', symbol: 'D', meaning: 'mean opinion of the made points' },
];

/** Slopes by the logit, which the discriminator’s layers pass on to the point. */
const tex = String.raw`\begin{aligned}
\left|\tfrac{\partial}{\partial\,\text{logit}} \term{saturating}{\ln(1 - D)}\right| &= \term{opinion}{D} = \val{flat} \\
\left|\tfrac{\partial}{\partial\,\text{logit}} \term{better}{(-\ln D)}\right| &= 1 - \term{opinion}{D} = \val{steep}
\end{aligned}`;

/** Kept while the panel is open. */
const labs = new Map<string, FailLab>();

function labOf(name: FailureName, cured: boolean): FailLab {
  const key = `${name} ${cured}`;
  const lab = labs.get(key) ?? new FailLab(failures[name], cured);
  labs.set(key, lab);
  return lab;
}

export function Failing() {
  const saved = useSaved('mode-collapse', {
    failure: 'collapse',
    remedy: false,
    steps: 0,
  });
  const name = failureNames.find((each) => each === saved.value.failure) ?? 'collapse';
  return (
    <>
      <div class="bar">
        <Switch
          label="What goes wrong"
          options={failureNames.map((each) => [each, failures[each].title] as const)}
          value={name}
          onChoose={(failure) => change(saved, { failure, remedy: false, steps: 0 })}
        />
      </div>
      <Games
        key={name}
        name={name}
        remedy={saved.value.remedy}
        saved={saved.peek().steps}
        onRemedy={(remedy) => change(saved, { remedy })}
        onSteps={(steps) => change(saved, { steps })}
      />
    </>
  );
}

interface GamesProps {
  name: FailureName;
  remedy: boolean;
  saved: number;
  onRemedy: (remedy: boolean) => void;
  onSteps: (steps: number) => void;
}

function Games({ name, remedy, saved, onRemedy, onSteps }: GamesProps) {
  const failure = failures[name];
  const [sick, cured] = [labOf(name, false), labOf(name, true)];
  const active = useSignal<string | undefined>(undefined);
  const shown = remedy ? [sick, cured] : [sick];
  for (const { trainer } of shown) void trainer.version.value;
  useEffect(() => {
    if (remedy && cured.trainer.step < saved) cured.trainer.catchUp(saved);
    return () => cured.trainer.pause();
  }, []);
  const apply = () => {
    onRemedy(!remedy);
    if (remedy) cured.trainer.pause();
    else if (cured.trainer.step === 0 && !prefersReducedMotion()) cured.trainer.play();
  };
  const made = sick.made();
  const opinions = sick.judge(made.values);
  const opinion = opinions.reduce((sum, value) => sum + value, 0) / made.count;
  return (
    <>
      <div class="bar">
        <button type="button" class={remedy ? '' : 'primary'} aria-pressed={remedy} onClick={apply}>
          {remedy ? 'Take the remedy away' : `Apply the remedy: ${failure.remedy.toLowerCase()}`}
        </button>
        <Playback
          trainers={shown.map(({ trainer }) => trainer)}
          what={remedy ? 'both games' : 'the game that goes wrong'}
          saved={saved}
          onSteps={onSteps}
        />
      </div>
      <FieldKeys arrows />
      <div class="planes game-planes">
        <GamePlane title="As it is" lab={sick} failure={failure} says={failure.says[0]} />
        {remedy && (
          <GamePlane title={failure.remedy} lab={cured} failure={failure} says={failure.says[1]} />
        )}
      </div>
      <div class="planes game-planes">
        <OutcomeChart title="Losses, as it is" kind="losses" labs={[sick]} failure={failure} />
        {remedy && (
          <OutcomeChart
            title="Losses, with the remedy"
            kind="losses"
            labs={[cured]}
            failure={failure}
          />
        )}
        <OutcomeChart
          title={failure.chart === 'coverage' ? 'Heaps covered' : 'Distance from the heap'}
          kind="outcome"
          labs={shown}
          failure={failure}
        />
      </div>
      <Touch term="opinion" active={active}>
        <Formula
          tex={tex}
          terms={terms}
          active={active}
          values={{ flat: opinion.toFixed(4), steep: (1 - opinion).toFixed(4) }}
        />
      </Touch>
      <DataTable
        caption="Every fiftieth step"
        columns={[
          'Step',
          'Discriminator’s loss',
          'Generator’s loss',
          outcomeName(name),
          'with the remedy',
        ]}
        rows={sick.notes.flatMap(({ step, discriminator, generator, outcome }, i) =>
          step % 50 === 0
            ? [
                [
                  step,
                  discriminator.toFixed(3),
                  generator.toFixed(3),
                  outcome.toFixed(2),
                  (remedy ? cured.notes[i]?.outcome.toFixed(2) : undefined) ?? '–',
                ],
              ]
            : [],
        )}
      />
    </>
  );
}

function outcomeName(name: FailureName): string {
  return failures[name].chart === 'coverage' ? 'Heaps covered' : 'Mean distance from the heap';
}
