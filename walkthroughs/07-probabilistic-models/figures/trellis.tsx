/** States down, hours across: how probable each state is, and where that comes from. */
import { useSize } from '../../../src/webview/kit/useSize.ts';
import { type Hour, highest, states } from './catLab.ts';

interface Props {
  /** The hours passed so far. */
  hours: readonly Hour[];
  /** Of all hours on show. */
  count: number;
  /** The best path so far, where it is wanted. */
  path: readonly number[] | undefined;
  label: string;
}

/** In CSS pixels, so that numbers stay readable however narrow the panel is. */
interface Grid {
  left: number;
  column: number;
  row: number;
  radius: number;
}

/** Part of the width for the names of the states; the row of sounds below has the same columns. */
const NAMES = 0.17;

export function Trellis({ hours, count, path, label }: Props) {
  const [ref, { width }] = useSize<SVGSVGElement>();
  const grid = gridOf(width || 448, count);
  return (
    <svg ref={ref} class="trellis" height={states.length * grid.row} role="img" aria-label={label}>
      {states.map((state, i) => (
        <text key={state} class="state" x="0" y={y(grid, i) + 5}>
          {state}
        </text>
      ))}
      {hours.flatMap(({ from }, hour) =>
        from.flatMap((shares, to) =>
          shares.map((share, earlier) => (
            <Way
              key={`${hour} ${to} ${earlier}`}
              grid={grid}
              hour={hour}
              to={to}
              from={earlier}
              share={share}
              best={path !== undefined && path[hour] === to && path[hour - 1] === earlier}
            />
          )),
        ),
      )}
      {Array.from({ length: count }, (_, hour) =>
        states.map((state, i) => (
          <Node
            key={`${hour} ${state}`}
            grid={grid}
            hour={hour}
            state={i}
            score={hours[hour]?.scores[i]}
            marked={path ? path[hour] === i : highest(hours[hour]?.scores ?? []) === i}
          />
        )),
      )}
    </svg>
  );
}

interface WayProps {
  grid: Grid;
  hour: number;
  from: number;
  to: number;
  /** Of the number at its end. */
  share: number;
  best: boolean;
}

function Way({ grid, hour, from, to, share, best }: WayProps) {
  if (share < 0.02) return null;
  return (
    <line
      class={best ? 'way best' : 'way'}
      x1={x(grid, hour - 1)}
      y1={y(grid, from)}
      x2={x(grid, hour)}
      y2={y(grid, to)}
      stroke-width={best ? 7 : 1 + 5 * share}
    />
  );
}

interface NodeProps {
  grid: Grid;
  hour: number;
  state: number;
  score: number | undefined;
  marked: boolean;
}

/** The filled area is the number, so the radius is its root. */
function Node({ grid, hour, state, score, marked }: NodeProps) {
  const at = { cx: x(grid, hour), cy: y(grid, state) };
  return (
    <g>
      <circle
        class={marked && score !== undefined ? 'rim marked' : 'rim'}
        r={grid.radius}
        {...at}
      />
      {score !== undefined && (
        <>
          <circle class="filled" r={grid.radius * Math.sqrt(score)} {...at} />
          <text class="score" x={at.cx} y={at.cy + 4}>
            {score.toFixed(2).replace(/^0/, '')}
          </text>
        </>
      )}
    </g>
  );
}

function gridOf(width: number, count: number): Grid {
  const left = NAMES * width;
  const column = (width - left) / count;
  const radius = Math.min(24, 0.45 * column);
  return { left, column, row: 3.1 * radius, radius };
}

function x({ left, column }: Grid, hour: number): number {
  return left + (hour + 0.5) * column;
}

function y({ row }: Grid, state: number): number {
  return (state + 0.5) * row;
}
