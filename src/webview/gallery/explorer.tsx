/** A trained model to play with: a plane for two of its inputs, sliders for the others, its picture (or text) beside. */
import { useEffect, useState } from 'preact/hooks';
import type { RunView } from '../../protocol/run.ts';
import type { Explorer } from '../../protocol/runner.ts';
import { Icon } from '../kit/icons.tsx';
import { Slider } from '../kit/slider.tsx';
import { layCarpet } from './carpet.ts';
import { ExploredPicture } from './exploredPicture.tsx';
import { ExploredText } from './exploredText.tsx';
import { Plane } from './plane.tsx';
import { explore, explored, post, run, weaveOn } from './store.ts';

export function ExplorerView({ name }: { name: string }) {
  const shown = run.value;
  const explorer = shown?.explorers.find((one) => one.name === name);
  if (!shown || !explorer) return null;
  const answers = shown.status === 'exploring' || shown.status === 'running';
  return (
    <div class="explorer">
      {answers ? <Controls explorer={explorer} /> : <Ended run={shown} />}
      <ExploredPicture name={name} />
      <ExploredText name={name} />
    </div>
  );
}

function Ended({ run: { runId } }: { run: RunView }) {
  return (
    <div class="ended">
      <p>
        This run has ended, so its model cannot answer any more. Run the script again to explore it.
      </p>
      <button type="button" class="primary" onClick={() => post({ type: 'runAgain', runId })}>
        <Icon name="again" />
        Run again
      </button>
    </div>
  );
}

function Controls({ explorer }: { explorer: Explorer }) {
  const { name, axes } = explorer;
  const [values, setValues] = useState(() => axes.map(({ value }) => value));
  const [pair, setPair] = useState<[number, number]>([0, 1]);

  // The first picture, before anything is dragged
  useEffect(() => explore(name, values), [name]);

  useEffect(() => {
    if (axes.length < 2) return;
    layCarpet(explorer, pair, values);
    weaveOn();
  }, [name, pair, values]);

  const change = (changes: Record<number, number>) => {
    const next = values.map((value, i) => changes[i] ?? value);
    setValues(next);
    explore(name, next);
  };
  // A plane is for pictures; the first answer tells.
  const answer = explored.value?.name === name ? explored.value : undefined;
  const isPlane = answer !== undefined && answer.text === undefined;
  const [x, y] = isPlane ? pair.map((index) => axes[index]) : [];
  const onPlane: readonly number[] = x && y ? pair : [];
  return (
    <div class="explorer-controls">
      {isPlane && axes.length > 2 && <AxisPair axes={axes} pair={pair} onChange={setPair} />}
      {x && y && (
        <Plane
          name={name}
          x={x}
          y={y}
          value={[values[pair[0]] ?? 0, values[pair[1]] ?? 0]}
          onChange={(at) => change({ [pair[0]]: at[0], [pair[1]]: at[1] })}
        />
      )}
      {x && y && (
        <p class="muted numbers">
          {x.name} {(values[pair[0]] ?? 0).toFixed(2)} across, {y.name}{' '}
          {(values[pair[1]] ?? 0).toFixed(2)} up
        </p>
      )}
      {axes.map(
        (axis, i) =>
          !onPlane.includes(i) && (
            <Slider
              key={axis.name}
              label={axis.name}
              value={values[i] ?? axis.value}
              min={axis.min}
              max={axis.max}
              integer={axis.integer}
              onInput={(value) => change({ [i]: value })}
            />
          ),
      )}
      <button type="button" onClick={() => change({ ...axes.map(({ value }) => value) })}>
        Back to the start
      </button>
      {answer?.error && <p role="alert">{answer.error}</p>}
    </div>
  );
}

interface AxisPairProps {
  axes: Explorer['axes'];
  pair: [number, number];
  onChange: (pair: [number, number]) => void;
}

/** Which two of many inputs the plane moves. */
function AxisPair({ axes, pair, onChange }: AxisPairProps) {
  const choose = (side: 0 | 1, index: number) => {
    const other = pair[1 - side] === index ? pair[side] : (pair[1 - side] ?? 0);
    onChange(side === 0 ? [index, other] : [other, index]);
  };
  return (
    <div class="axis-pair">
      {([0, 1] as const).map((side) => (
        <label key={side}>
          {side === 0 ? 'Across' : 'Up'}{' '}
          <select
            value={pair[side]}
            onChange={(event) => choose(side, Number(event.currentTarget.value))}
          >
            {axes.map((axis, i) => (
              <option key={axis.name} value={i}>
                {axis.name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
