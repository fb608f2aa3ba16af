/** Scrub along the curves of a long training, and see where patience would have ended it. */
import { useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { EarlyLab, EPOCHS, type Epoch } from './earlyLab.ts';
import { earlyStop, type Stop } from './earlyStop.ts';
import { WavePlane } from './wavePlane.tsx';

const terms: readonly Term[] = [
  {
    name: 'best',
    symbol: 't^*',
    meaning: 'epoch of the lowest validation loss: its weights are kept',
  },
  { name: 'patience', symbol: 'p', meaning: 'patience: epochs to wait for a lower one' },
  { name: 'stop', symbol: 't', meaning: 'the epoch at which training stops' },
];

const tex = String.raw`\begin{aligned}
\term{best}{t^*} &= \operatorname*{arg\,min}_{s \le t}\, \mathcal{L}_{\text{val}}(s) = \term{best}{\val{best}} \\ \mathcal{L}_{\text{val}}(\term{best}{t^*}) &= \val{lowest} \\
\text{stop} &\iff \term{stop}{t} - \term{best}{t^*} \ge \term{patience}{p} \\ &\phantom{\iff}\;\, \term{stop}{\val{stop}} - \term{best}{\val{best}} \val{relation} \term{patience}{\val{patience}}
\end{aligned}`;

/** Stands for the newest epoch. */
const NEWEST = 0;
let lab: EarlyLab | undefined;

export function EarlyStopping() {
  const saved = useSaved('early-stopping', { patience: 30, at: NEWEST, seed: 2, steps: 0 });
  const ready = usePrepared(() => {
    lab ??= new EarlyLab(saved.peek().seed);
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  if (!ready) return <p class="muted preparing">Drawing points…</p>;

  void ready.trainer.version.value;
  const { patience, at, seed } = saved.value;
  const { epochs } = ready;
  const count = epochs.length;
  const shown = at === NEWEST ? count : Math.min(at, count);
  const ended = earlyStop(
    epochs.map(({ validation }) => validation),
    patience,
  );
  const here = epochs[shown - 1];
  const best = epochs[ended.best];
  return (
    <>
      <div class="bar">
        <Touch term="patience" active={active} class="grow">
          <Slider
            label="Patience, in epochs"
            min={1}
            max={100}
            integer
            value={patience}
            onInput={(next) => change(saved, { patience: next })}
          />
        </Touch>
        <button
          type="button"
          title="The same wave with other noise"
          onClick={() => {
            change(saved, { seed: (seed % 1000) + 1, at: NEWEST, steps: 0 });
            ready.resample((seed % 1000) + 1);
            ready.trainer.play();
          }}
        >
          New points
        </button>
        <Playback
          trainers={[ready.trainer]}
          what="a network, far too long"
          unit="epoch"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <Touch term="stop" active={active}>
        <MarkedChart
          label="Training and validation loss over the epochs"
          x={{ label: 'epoch', min: 0, max: EPOCHS }}
          y={{ label: 'loss: mean squared error', min: 0, max: 0.8 }}
          at={shown}
          step={1}
          reading={here ? `epoch ${shown}: ${losses(here)}` : 'no epoch yet'}
          onMove={(epoch) => change(saved, { at: Math.max(1, Math.min(count, epoch)) })}
          lines={[
            {
              name: 'training',
              token: 'charts-blue',
              dashed: true,
              points: epochs.map(({ training }, i) => [i + 1, training] as const),
            },
            {
              name: 'validation',
              token: 'charts-yellow',
              points: epochs.map(({ validation }, i) => [i + 1, validation] as const),
            },
          ]}
          rings={best ? [[ended.best + 1, best.validation]] : []}
          marks={ended.stop === undefined ? [] : [{ x: ended.stop + 1, text: 'stop' }]}
        />
      </Touch>
      <p class="reading numbers">
        {here ? `Epoch ${shown}: ${losses(here)}. ` : 'Not trained yet. '}
        <strong>{verdict(ended, epochs)}</strong>
      </p>
      <WavePlane
        label={`The network at epoch ${shown}, and with its best weights`}
        points={ready.points}
        curves={[
          ...(here ? [{ name: `epoch ${shown}`, token: 'charts-blue', ys: here.curve }] : []),
          ...(best ? [{ name: 'best weights', token: 'charts-green', ys: best.curve }] : []),
        ]}
      />
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          best: String(ended.best + 1),
          lowest: best ? best.validation.toFixed(3) : '?',
          stop: String((ended.stop ?? Math.max(0, count - 1)) + 1),
          relation: ended.stop === undefined ? '<' : '\\ge',
          patience: String(patience),
        }}
      />
      <DataTable
        caption="Losses, every tenth epoch"
        columns={['Epoch', 'Training', 'Validation']}
        rows={epochs.flatMap(({ training, validation }, i) =>
          i % 10 === 9 ? [[i + 1, training.toFixed(3), validation.toFixed(3)]] : [],
        )}
      />
    </>
  );
}

function losses({ training, validation }: Epoch): string {
  return `training ${training.toFixed(3)}, validation ${validation.toFixed(3)}`;
}

function verdict({ best, stop }: Stop, epochs: readonly Epoch[]): string {
  if (stop === undefined) return 'Patience has not run out yet.';
  const lowest = Math.min(...epochs.map(({ validation }) => validation));
  const restored = epochs[best]?.validation ?? 0;
  const saving = `It stops after epoch ${stop + 1} and restores epoch ${best + 1}: ${restored.toFixed(3)}.`;
  return restored > lowest
    ? `${saving} Too soon: a later epoch reached ${lowest.toFixed(3)}.`
    : saving;
}
