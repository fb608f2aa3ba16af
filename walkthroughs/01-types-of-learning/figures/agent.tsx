/** Watch an agent learn the grid game by Q-learning; edit rewards and cells, and see its policy follow. */

import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { plural } from '../../../src/webview/kit/format.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { PlayButton } from '../../../src/webview/kit/playButton.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { useInterval } from '../../../src/webview/kit/useInterval.ts';
import { arrows, GridBoard } from './gridBoard.tsx';
import { type Board, bestValues, FIRST_MAP, type Kind, readBoard, rules } from './gridGame.ts';
import { type Move, QLearner } from './qLearner.ts';
import { ReturnChart } from './returnChart.tsx';

const terms: readonly Term[] = [
  { name: 'q', symbol: 'Q(s,a)', meaning: 'return to expect from action a in state s' },
  { name: 'rate', symbol: '\\alpha', meaning: 'learning rate: how far Q moves at once' },
  { name: 'reward', symbol: 'r', meaning: 'reward of the move just made' },
  { name: 'discount', symbol: '\\gamma', meaning: 'discount: what a reward a move later counts' },
  {
    name: 'best',
    symbol: "\\max_{a'} Q(s',a')",
    meaning: 'the best that can follow; 0 when the game is over',
  },
];

const tex = String.raw`\begin{aligned}
\term{q}{Q(s,a)} &\leftarrow \term{q}{Q(s,a)} + \term{rate}{\alpha}\,\bigl[\term{reward}{r} + \term{discount}{\gamma} \term{best}{\max_{a'} Q(s',a')} - \term{q}{Q(s,a)}\bigr] \\
\term{q}{\val{after}} &= \term{q}{\val{before}} + \term{rate}{\val{rate}}\,\bigl[\term{reward}{\val{reward}} + \term{discount}{\val{discount}} \cdot \term{best}{\val{best}} - \term{q}{\val{before}}\bigr]
\end{aligned}`;

const SEED = 1;
const RATE = 0.1;
/** In ms: a frame of the play. */
const FRAME = 50;
/** Frames between two savings of what was learned. */
const SAVE_EVERY = 40;
const kinds: readonly Kind[] = ['floor', 'wall', 'pit', 'goal'];
const names: Record<Kind, string> = { floor: 'Floor', wall: 'Wall', pit: 'Pit', goal: 'Goal' };
const first = readBoard(FIRST_MAP);
const nothing: readonly number[] = [];
let learner: QLearner | undefined;
let frames = 0;

export function Agent() {
  const saved = useSaved('reinforcement', {
    cells: first.kinds.map((kind) => kinds.indexOf(kind)),
    goal: rules.goal,
    pit: rules.pit,
    step: rules.step,
    slip: 0,
    explore: 0.2,
    speed: 20,
    brush: 2,
    q: nothing,
  });
  const playing = useSignal(false);
  const version = useSignal(0);
  const active = useSignal<string | undefined>(undefined);
  const { goal, pit, step, slip, explore, speed, brush, cells } = saved.value;
  const board = useMemo<Board>(
    () => ({ ...first, kinds: cells.map((index) => kinds[index] ?? 'floor') }),
    [cells],
  );
  const given = { ...rules, goal, pit, step, slip };
  learner ??= new QLearner(board, SEED, saved.peek().q);
  const agent = learner;
  const optimum = useMemo(
    () => bestValues(board, given)[board.start] ?? 0,
    [board, goal, pit, step, slip],
  );
  void version.value;

  const keep = () => change(saved, { q: Array.from(agent.q, round) });
  const advance = (count: number) => {
    for (let i = 0; i < count; i++) agent.move(board, given, { rate: RATE, explore });
    version.value++;
  };
  const tick = () => {
    frames++;
    const due = (speed * FRAME) / 1000;
    advance(Math.floor(frames * due) - Math.floor((frames - 1) * due));
    if (frames % SAVE_EVERY === 0) keep();
  };
  useInterval(tick, FRAME, playing.value);
  useEffect(() => keep, []);
  const pause = () => {
    playing.value = false;
    keep();
  };
  const reset = () => {
    playing.value = false;
    learner = new QLearner(board, SEED);
    frames = 0;
    change(saved, { q: nothing });
    version.value++;
  };
  const paint = (cell: number) => {
    if (cell === board.start) return;
    change(saved, { cells: cells.map((kind, i) => (i === cell ? brush : kind)) });
  };
  const set = (name: 'goal' | 'pit' | 'step' | 'slip' | 'explore' | 'speed') => (value: number) =>
    change(saved, { [name]: value });

  return (
    <>
      <div class="bar">
        <section class="playback" aria-label="The agent">
          <PlayButton
            playing={playing.value}
            onClick={() => {
              if (playing.value) pause();
              else playing.value = true;
            }}
          />
          <button
            type="button"
            title="One move of the agent, one update of Q"
            onClick={() => {
              playing.value = false;
              advance(1);
              keep();
            }}
          >
            Step
          </button>
          <button type="button" title="Forget everything; the same seed replays" onClick={reset}>
            Forget
          </button>
          <span class="numbers muted">
            {plural(agent.moves, 'move')}, {plural(agent.returns.length, 'game')}
          </span>
        </section>
        <div class="grow">
          <Slider
            label="Moves a second"
            min={2}
            max={20000}
            log
            integer
            value={speed}
            onInput={set('speed')}
          />
        </div>
      </div>
      <div class="beside playing">
        <div>
          <fieldset class="switch" aria-label="What a click on a cell makes of it">
            {kinds.map((kind, index) => (
              <button
                key={kind}
                type="button"
                aria-pressed={brush === index}
                onClick={() => change(saved, { brush: index })}
              >
                {names[kind]}
              </button>
            ))}
          </fieldset>
          <Touch term="q" active={active}>
            <GridBoard board={board} learner={agent} version={version.value} onPaint={paint} />
          </Touch>
          <p class="muted caption">
            Colour and number: max Q of a cell. Arrow: the policy. Click a cell to change it.
          </p>
        </div>
        <div class="rewards">
          <Touch term="reward" active={active} class="sliders">
            <Slider
              label="Reward of the goal"
              min={0}
              max={20}
              value={goal}
              onInput={set('goal')}
            />
            <Slider label="Reward of a pit" min={-20} max={5} value={pit} onInput={set('pit')} />
            <Slider label="Reward of a step" min={-2} max={2} value={step} onInput={set('step')} />
          </Touch>
          <div class="sliders">
            <Slider
              label="Exploration ε: random actions"
              min={0}
              max={1}
              value={explore}
              onInput={set('explore')}
            />
            <Slider
              label="Slippery floor: random moves"
              min={0}
              max={0.5}
              value={slip}
              onInput={set('slip')}
            />
          </div>
          <ReturnChart returns={agent.returns} optimum={optimum} version={version.value} />
        </div>
      </div>
      <Formula tex={tex} values={values(agent.last)} terms={terms} active={active} />
      <DataTable
        caption="Values and policy"
        columns={['Row', 'Column', 'Cell', 'max Q', 'Best action']}
        rows={board.kinds.map((kind, cell) => [
          Math.floor(cell / board.columns) + 1,
          (cell % board.columns) + 1,
          cell === board.start ? 'start' : kind,
          kind === 'floor' ? agent.value(cell).toFixed(2) : '',
          kind === 'floor' ? (arrows[agent.greedy(cell) ?? -1]?.name ?? 'unknown') : '',
        ])}
      />
    </>
  );
}

function values(last: Move | undefined): Record<string, string> {
  const number = (value: number | undefined) => bracketed((value ?? 0).toFixed(2));
  return {
    after: number(last?.after),
    before: number(last?.before),
    rate: String(RATE),
    reward: number(last?.reward),
    discount: String(rules.discount),
    best: number(last?.best),
  };
}

/** A negative number in a sum or product. */
function bracketed(text: string): string {
  return text.startsWith('-') ? `(${text})` : text;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
