/** The alternating game in the plane: step either player, draw what is to be imitated. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Plane, type Position } from '../../../src/webview/kit/plane.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { FieldKeys } from './fieldKeys.tsx';
import { AXES, drawField, drawMade, drawPull, drawReal } from './fieldLayers.ts';
import './figures.css';
import { GameLab, type Look } from './gameLab.ts';
import { drop, type TargetName, targetNames, targetPoints } from './targets.ts';

const terms: readonly Term[] = [
  { name: 'real', symbol: 'D(x)', meaning: 'mean opinion of the real points: 1 is “surely real”' },
  { name: 'made', symbol: 'D(G(z))', meaning: 'mean opinion of the made points' },
  { name: 'judge', symbol: '\\max_D', meaning: 'the discriminator’s step: real up, made down' },
  { name: 'maker', symbol: '\\min_G', meaning: 'the generator’s step: made up, along the arrows' },
];

const tex = String.raw`\begin{gathered}
\term{maker}{\min_G} \term{judge}{\max_D}\; \mathbb{E}\ln \term{real}{D(x)} + \mathbb{E}\ln\bigl(1 - \term{made}{D(G(z))}\bigr) \\
\term{real}{\overline{D(x)} = \val{real}} \qquad \term{made}{\overline{D(G(z))} = \val{made}}
\end{gathered}`;

const texts: Record<TargetName, string> = {
  ring: 'Ring',
  moons: 'Moons',
  pair: 'Two heaps',
  own: 'Your own',
};

/** Points that a drawing may have. */
const MOST = 600;
const ARROWS = 60;
let lab: GameLab | undefined;

export function Game() {
  const saved = useSaved('adversarial-game', {
    target: 'ring',
    own: [] as readonly number[],
    at: [0, 0],
    arrows: true,
    steps: 0,
    history: [] as readonly number[],
  });
  const ready = usePrepared(() => {
    const { target, own, history } = saved.peek();
    lab ??= new GameLab(targetPoints(toTarget(target), own), history);
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  const version = ready?.trainer.version.value;
  const look = useMemo(() => ready?.look(), [ready, version, ready?.points]);
  if (!ready || !look) return <p class="muted preparing">Scattering points…</p>;

  const { own, arrows } = saved.value;
  const target = toTarget(saved.value.target);
  const at: Position = [saved.value.at[0] ?? 0, saved.value.at[1] ?? 0];
  const imitate = (next: TargetName, points: readonly number[]) => {
    change(saved, { target: next, own: [...points], steps: 0, history: [] });
    ready.imitate(targetPoints(next, points));
  };
  const move = (to: Position) => {
    change(saved, { at: [...to] });
    if (target !== 'own' || own.length >= 2 * MOST) return;
    imitate('own', [...saved.peek().own, ...drop(to, new Random(own.length))]);
  };
  return (
    <>
      <div class="bar">
        <Switch
          label="To imitate"
          options={targetNames.map((name) => [name, texts[name]] as const)}
          value={target}
          onChoose={(name) => imitate(toTarget(name), own)}
        />
        {target === 'own' && (
          <button type="button" disabled={own.length === 0} onClick={() => imitate('own', [])}>
            Clear the drawing
          </button>
        )}
        <label class="choice">
          <input
            type="checkbox"
            checked={arrows}
            onChange={(event) => change(saved, { arrows: event.currentTarget.checked })}
          />
          Arrows
        </label>
      </div>
      <div class="bar">
        <Touch term="judge" active={active}>
          <button type="button" onClick={() => ready.turn('discriminator')}>
            Step the discriminator
          </button>
        </Touch>
        <Touch term="maker" active={active}>
          <button type="button" onClick={() => ready.turn('generator')}>
            Step the generator
          </button>
        </Touch>
        <Playback
          trainers={[ready.trainer]}
          what="generator and discriminator in turns"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps, history: [...ready.history] })}
        />
      </div>
      <div class="game-plane">
        <FieldKeys arrows={arrows} />
        <Plane
          label={target === 'own' ? 'Plane to draw the target in' : 'Plane of the game'}
          {...AXES}
          position={at}
          onMove={move}
          still={[look, arrows]}
          draw={(surface, frame) => {
            drawField(surface, frame, (places) => ready.judge(places));
            drawReal(surface, frame, ready.points);
            drawMade(surface, frame, look.made.values);
            if (!arrows) return;
            drawPull(surface, frame, look.made.values, ready.pull(look.made), ARROWS);
          }}
        />
      </div>
      <p class="reading numbers">
        {target === 'own' ? <strong>Draw in the plane, then press Train. </strong> : null}
        At ({at[0].toFixed(2)}, {at[1].toFixed(2)}) the discriminator says “real” with{' '}
        {(100 * (ready.judge(Float32Array.from(at))[0] ?? 0)).toFixed(0)} %.{' '}
        <strong>{verdict(look, ready.points.length)}</strong>
      </p>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          real: ready.points.length > 0 ? look.onReal.toFixed(2) : '?',
          made: look.onMade.toFixed(2),
        }}
      />
      <DataTable
        caption="The first ten made points, and where the generator’s loss pulls them"
        columns={['Point', 'x', 'y', 'D', 'Pull along x', 'Pull along y']}
        rows={() => rowsOf(ready, look)}
      />
    </>
  );
}

function toTarget(text: string): TargetName {
  return targetNames.find((name) => name === text) ?? 'ring';
}

function verdict({ onReal, onMade }: Look, real: number): string {
  if (real === 0) return 'There is nothing to imitate yet.';
  const gap = onReal - onMade;
  if (gap > 0.4) return 'It tells real from made: the generator has a clear slope to climb.';
  if (gap < 0.06) return 'It can hardly tell real from made.';
  return 'It tells some of the made points from the real ones.';
}

function rowsOf(lab: GameLab, { made }: Look): (string | number)[][] {
  const [opinions, pull] = [lab.judge(made.values), lab.pull(made)];
  return Array.from({ length: 10 }, (_, i) => [
    i + 1,
    ...[made.values[2 * i], made.values[2 * i + 1], opinions[i], pull[2 * i], pull[2 * i + 1]].map(
      (value) => (value ?? 0).toFixed(2),
    ),
  ]);
}
