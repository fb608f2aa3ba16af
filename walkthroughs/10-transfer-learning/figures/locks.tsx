/** The layers of a network, each with a lock: see which weights move while it learns letters. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { AccuracyChart } from './accuracyChart.tsx';
import { FeatureMap } from './featureMap.tsx';
import { Filters } from './filters.tsx';
import { LayerList } from './layerList.tsx';
import { RATE } from './learner.ts';
import { KINDS, MOST } from './letterSet.ts';
import { LocksLab, type Setting } from './locksLab.ts';

const terms: readonly Term[] = [
  { name: 'weights', symbol: 'w_l', meaning: 'weights of layer l' },
  { name: 'lock', symbol: 'm_l', meaning: '1 where layer l learns, 0 where it is locked (frozen)' },
  {
    name: 'rate',
    symbol: '\\eta',
    meaning: 'learning rate (the figure’s Adam also scales each step)',
  },
  { name: 'count', symbol: 'n_l', meaning: 'weights and biases of layer l' },
];

const tex = String.raw`\begin{aligned}
\term{weights}{w_l} &\leftarrow \term{weights}{w_l} - \term{lock}{m_l}\,\term{rate}{\eta}\,\frac{\partial \mathcal{L}}{\partial w_l} \qquad \term{rate}{\eta} = \val{rate} \\
(\term{lock}{m_1}, \term{lock}{m_2}, \term{lock}{m_3}) &= (\val{locks}) \\
\textstyle\sum_l \term{lock}{m_l}\,\term{count}{n_l} &= \val{learning} \;\text{of}\; \val{all}
\end{aligned}`;

let lab: LocksLab | undefined;

export function Locks() {
  const saved = useSaved('feature-extractor', {
    copied: true,
    locks: [1, 0, 0],
    perClass: 5,
    steps: 0,
    layer: 'layer 1',
    point: 0,
  });
  const { copied, locks, perClass, layer, point } = saved.value;
  const ready = usePrepared(() => {
    lab ??= new LocksLab(settingOf(saved.peek()));
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  const version = ready?.trainer.version.value;
  const layers = useMemo(() => ready?.layers() ?? [], [ready, version, locks]);
  if (!ready) return <p class="muted preparing">Training a network on 1,500 digits…</p>;

  const set = (part: Partial<typeof saved.value>) => {
    change(saved, part);
    const { playing } = ready.trainer;
    const again = playing.peek() || 'copied' in part;
    ready.set(settingOf(saved.peek()));
    if (again) ready.trainer.play();
  };
  const learning = layers.reduce((sum, { count, locked }) => sum + (locked ? 0 : count), 0);
  const all = layers.reduce((sum, { count }) => sum + count, 0);
  const last = ready.history.at(-1);
  return (
    <>
      <div class="bar">
        <Switch
          label="Hidden layers begin"
          options={[
            ['digits', 'as learned on digits'],
            ['random', 'at random'],
          ]}
          value={copied ? 'digits' : 'random'}
          onChoose={(value) => set({ copied: value === 'digits', steps: 0 })}
        />
        <div class="grow">
          <Slider
            label="Images of each letter"
            min={1}
            max={MOST}
            integer
            value={perClass}
            onInput={(value) => set({ perClass: value, steps: 0 })}
          />
        </div>
        <Playback
          trainers={[ready.trainer]}
          what="the letters network"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <Touch term="lock" active={active}>
        <LayerList
          layers={layers}
          copied={copied}
          onLock={(index, locked) =>
            set({ locks: locks.map((lock, i) => (i === index ? Number(locked) : lock)) })
          }
        />
      </Touch>
      <div class="beside">
        <AccuracyChart history={ready.history} limit={ready.trainer.limit} />
        <Touch term="weights" active={active}>
          <Filters lab={ready} />
        </Touch>
      </div>
      <p class="reading numbers">
        After {last?.step ?? 0} steps, {percent(last?.test ?? 0)} of 420 new letters are named right
        and {percent(last?.training ?? 0)} of the {KINDS.length * perClass} learned from.{' '}
        {locks.every(Boolean) && <strong>All layers are locked: nothing can be learned.</strong>}
      </p>
      <FeatureMap
        learner={ready.learner}
        version={version ?? 0}
        layer={layer}
        point={point}
        onLayer={(value) => change(saved, { layer: value })}
        onPoint={(value) => change(saved, { point: value })}
      />
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          rate: String(RATE),
          locks: layers.map(({ locked }) => (locked ? 0 : 1)).join(', '),
          learning: inTex(learning),
          all: inTex(all),
        }}
      />
      <DataTable
        caption="Layers of the network for letters"
        columns={['Layer', 'Weights and biases', 'Locked', 'Moved']}
        rows={layers.map(({ name, count, locked, moved }) => [
          name,
          count,
          locked ? 'yes' : 'no',
          percent(moved),
        ])}
      />
    </>
  );
}

function settingOf(state: {
  copied: boolean;
  locks: readonly number[];
  perClass: number;
}): Setting {
  const { copied, locks, perClass } = state;
  return { copied, perClass, locks: [0, 1, 2].map((i) => locks[i] === 1) };
}

/** TeX would set a bare comma as punctuation, with a space behind it. */
function inTex(count: number): string {
  return count.toLocaleString('en-US').replace(',', '{,}');
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
