/** Ask an agent for a level of some difficulty, while it learns to build them; then play it. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { LevelChart } from './levelChart.tsx';
import { LevelLab, TARGETS } from './levelLab.ts';
import { type Dug, EASIEST, EXIT, HARDEST, type Level, missOf, START, STUCK } from './maze.ts';
import { MazeBoard } from './mazeBoard.tsx';

const terms: readonly Term[] = [
  { name: 'reward', symbol: 'r', meaning: 'reward, once the level is built' },
  { name: 'built', symbol: '\\ell', meaning: 'steps of the shortest way out of the level' },
  { name: 'target', symbol: 'd', meaning: 'difficulty asked for: steps' },
  { name: 'value', symbol: 'V(m)', meaning: 'reward that the agent expects after move m' },
];

const tex = String.raw`\begin{aligned}
\term{reward}{r} &= -\lvert \term{built}{\ell} - \term{target}{d} \rvert = -\lvert \term{built}{\val{built}} - \term{target}{\val{target}} \rvert = \term{reward}{\val{reward}} \\
\term{value}{V(m)} &\leftarrow \text{mean } \term{reward}{r} \text{ of levels with } m
\end{aligned}`;

const nowhere: readonly number[] = [START];
let prepared: { lab: LevelLab; trainer: Trainer } | undefined;

function prepare() {
  const lab = new LevelLab();
  return { lab, trainer: new Trainer(lab) };
}

export function Levels() {
  const first = { target: 24, seed: 1, walk: nowhere, showsWay: false, steps: 0 };
  const saved = useSaved('level-generator', first);
  prepared ??= prepare();
  const { lab, trainer } = prepared;
  const active = useSignal<string | undefined>(undefined);
  const version = trainer.version.value;
  const { target, seed, showsWay } = saved.value;
  const level = useMemo(() => lab.build(target, seed), [version, target, seed]);
  const levels = useMemo(() => lab.measure(), [version]);
  // The walk through another level, as while the agent learns, is none through this one.
  const walk = follows(level, saved.value.walk) ? saved.value.walk : nowhere;
  const anew = (part: { target?: number; seed?: number }) =>
    change(saved, { ...part, walk: nowhere });
  return (
    <>
      <div class="bar">
        <Touch term="target" active={active} class="grow">
          <Slider
            label="Difficulty: steps to the exit"
            min={EASIEST}
            max={HARDEST}
            integer
            value={target}
            onInput={(value) => anew({ target: EASIEST + 2 * Math.round((value - EASIEST) / 2) })}
          />
        </Touch>
        <button type="button" onClick={() => anew({ seed: seed + 1 })}>
          Another level
        </button>
        <label class="choice">
          <input
            type="checkbox"
            checked={showsWay}
            onChange={(event) => change(saved, { showsWay: event.currentTarget.checked })}
          />
          Show the way
        </label>
        <Playback
          trainers={[trainer]}
          what="the builder of levels"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <div class="beside playing">
        <div>
          <Touch term="built" active={active}>
            <MazeBoard
              level={level}
              walk={walk}
              showsWay={showsWay}
              onWalk={(room) => change(saved, { walk: [...walk, room] })}
            />
          </Touch>
          <p class="muted caption" aria-live="polite">
            {sentence(level, walk)}
          </p>
        </div>
        <LevelChart levels={levels} target={target} />
      </div>
      <Formula
        tex={tex}
        values={{
          built: level.isSolvable ? String(level.way.length - 1) : '\\text{none}',
          target: String(target),
          reward: String(-missOf(level.way, target) + 0),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="Levels by the difficulty asked for"
        columns={['Steps asked for', 'With a way out', 'Steps built, on average']}
        rows={TARGETS.map((each) => rowOf(each, levels))}
      />
    </>
  );
}

/** Each room of the walk is beside the one before it, with no wall between. */
function follows(level: Level, walk: readonly number[]): boolean {
  return walk.every(
    (room, i) =>
      i === 0 ||
      level.passages.some((pair) => pair.includes(room) && pair.includes(walk[i - 1] ?? -1)),
  );
}

function sentence({ isSolvable, way, target }: Level, walk: readonly number[]): string {
  const steps = walk.length - 1;
  if (!isSolvable) return `No way out: the agent got stuck. That counts as ${STUCK} steps off.`;
  if (walk.at(-1) === EXIT) {
    return `Out in ${steps} steps. The shortest way has ${way.length - 1}; ${target} were asked for.`;
  }
  return steps === 0
    ? 'Click the maze, then walk to the green room with the arrow keys.'
    : `${steps} steps so far.`;
}

function rowOf(target: number, levels: readonly Dug[]) {
  const mine = levels.filter((level) => level.target === target);
  const lengths = mine.filter(({ isSolvable }) => isSolvable).map(({ way }) => way.length - 1);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return [
    target,
    `${lengths.length} of ${mine.length}`,
    lengths.length > 0 ? mean.toFixed(1) : 'none',
  ];
}
