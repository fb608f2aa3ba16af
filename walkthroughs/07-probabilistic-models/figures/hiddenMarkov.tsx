/** What was the cat doing? Choose what is heard, go hour by hour, and compare all ways with the best one. */

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { PlayButton } from '../../../src/webview/kit/playButton.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { useInterval } from '../../../src/webview/kit/useInterval.ts';
import {
  bestPath,
  emission,
  type Hour,
  highest,
  type Method,
  passes,
  sounds,
  start,
  states,
  transition,
} from './catLab.ts';
import { Trellis } from './trellis.tsx';

const terms: readonly Term[] = [
  {
    name: 'state',
    symbol: 's',
    meaning: 'a state of this hour: here the one with the highest number',
  },
  { name: 'earlier', symbol: "s'", meaning: 'a state of the hour before' },
  { name: 'transition', symbol: "P(s \\mid s')", meaning: 'how probable the step between them is' },
  { name: 'emission', symbol: 'P(x_t \\mid s)', meaning: 'how well the state explains the sound' },
];

const FIRST = { heard: [1, 1, 0, 1, 2, 2] as readonly number[], hour: 3, method: 'forward' };
/** Milliseconds an hour. */
const PACE = 900;

export function HiddenMarkov() {
  const saved = useSaved('hidden-markov-model', FIRST);
  const playing = useSignal(false);
  const active = useSignal<string | undefined>(undefined);
  const { heard, hour } = saved.value;
  const method: Method = saved.value.method === 'viterbi' ? 'viterbi' : 'forward';
  const hours = useMemo(() => passes(heard.slice(0, hour), method), [heard, hour, method]);
  const path = method === 'viterbi' ? bestPath(hours) : undefined;
  const last = heard.length;
  const go = (to: number) => change(saved, { hour: Math.max(1, Math.min(last, to)) });
  useInterval(
    () => {
      if (hour >= last) playing.value = false;
      else go(hour + 1);
    },
    PACE,
    playing.value,
  );
  const cycle = (index: number) =>
    change(saved, {
      heard: heard.map((sound, i) => (i === index ? (sound + 1) % sounds.length : sound)),
    });
  return (
    <>
      <div class="bar">
        <Switch
          label="Ways into a state"
          options={[
            ['forward', 'All, added up'],
            ['viterbi', 'The best one (Viterbi)'],
          ]}
          value={method}
          onChoose={(to) => change(saved, { method: to })}
        />
        <section class="playback" aria-label="Hours">
          <PlayButton
            playing={playing.value}
            onClick={() => {
              if (hour >= last) go(1);
              playing.value = !playing.value;
            }}
          />
          <button type="button" disabled={hour >= last} onClick={() => go(hour + 1)}>
            Next hour
          </button>
          <button type="button" disabled={hour <= 1} onClick={() => go(hour - 1)}>
            Back
          </button>
          <button
            type="button"
            onClick={() => {
              playing.value = false;
              change(saved, FIRST);
            }}
          >
            Reset
          </button>
          <span class="numbers muted">
            hour {hour} of {last}
          </span>
        </section>
      </div>
      <div class="night">
        <Touch term="state" active={active}>
          <Trellis
            hours={hours}
            count={last}
            path={path}
            label={`Hour ${hour}: ${hourInWords(hours.at(-1))}`}
          />
        </Touch>
        <Touch term="emission" active={active} class="sounds">
          <span class="muted">heard</span>
          {heard.map((sound, i) => (
            <button
              key={i}
              type="button"
              class={i < hour ? '' : 'later'}
              aria-label={`Hour ${i + 1}: ${sounds[sound]}. Press for another sound.`}
              onClick={() => cycle(i)}
            >
              {sounds[sound]}
            </button>
          ))}
        </Touch>
      </div>
      <p class="reading" aria-live="polite">
        {path
          ? `Best path so far: ${path.map((state) => states[state]).join(', ')}.`
          : `After hour ${hour}: ${hourInWords(hours.at(-1))}.`}{' '}
        Click a sound to change it.
      </p>
      <Formula
        tex={texOf(method)}
        values={numbersOf(heard, hours, method)}
        terms={terms}
        active={active}
      />
      <DataTable
        caption={
          method === 'forward'
            ? 'Probability of each state, given the sounds so far'
            : 'Best path to each state, as shares'
        }
        columns={['Hour', 'Heard', ...states]}
        rows={hours.map(({ scores }, i) => [
          i + 1,
          sounds[heard[i] ?? 0] ?? '',
          ...scores.map((score) => score.toFixed(3)),
        ])}
      />
    </>
  );
}

function hourInWords(hour: Hour | undefined): string {
  return states.map((state, i) => `${state} ${(hour?.scores[i] ?? 0).toFixed(2)}`).join(', ');
}

function texOf(method: Method): string {
  const [name, over] = method === 'forward' ? ['\\alpha', '\\sum'] : ['\\delta', '\\max'];
  return String.raw`\begin{aligned}
${name}_t(\term{state}{s}) &\propto \term{emission}{P(x_t \mid s)}\ ${over}_{\term{earlier}{s'}}\ ${name}_{t-1}(\term{earlier}{s'})\ \term{transition}{P(s \mid s')} \\
${name}_{\val{t}}(\text{\val{state}}) &\propto \term{emission}{\val{emission}} \cdot \val{into} = \val{joint} \quad \to \quad \val{score}
\end{aligned}`;
}

/** Of the state with the highest number in the hour reached. */
function numbersOf(heard: readonly number[], hours: readonly Hour[], method: Method) {
  const hour = hours.at(-1);
  const state = highest(hour?.scores ?? []);
  const before = hours.at(-2)?.scores;
  const ways = before?.map((score, from) => score * (transition[from]?.[state] ?? 0)) ?? [];
  const all = method === 'forward' ? ways.reduce((sum, way) => sum + way, 0) : Math.max(...ways);
  const into = before ? all : (start[state] ?? 0);
  const fits = emission[state]?.[heard[hours.length - 1] ?? 0] ?? 0;
  return {
    t: String(hours.length),
    state: states[state] ?? '',
    emission: fits.toFixed(2),
    into: into.toFixed(3),
    joint: (fits * into).toFixed(3),
    score: (hour?.scores[state] ?? 0).toFixed(2),
  };
}
