/** States down, hours across: how probable each state is, and where that comes from. */
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

export const LEFT = 76;
export const COLUMN = 62;
const ROW = 68;
const RADIUS = 21;

export function Trellis({ hours, count, path, label }: Props) {
  const width = LEFT + count * COLUMN;
  const height = states.length * ROW;
  return (
    <svg class="trellis" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {states.map((state, i) => (
        <text key={state} class="state" x="0" y={y(i) + 5}>
          {state}
        </text>
      ))}
      {hours.flatMap(({ from }, hour) =>
        from.flatMap((shares, to) =>
          shares.map((share, earlier) => (
            <Way
              key={`${hour} ${to} ${earlier}`}
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
  hour: number;
  from: number;
  to: number;
  /** Of the number at its end. */
  share: number;
  best: boolean;
}

function Way({ hour, from, to, share, best }: WayProps) {
  if (share < 0.02) return null;
  return (
    <line
      class={best ? 'way best' : 'way'}
      x1={x(hour - 1)}
      y1={y(from)}
      x2={x(hour)}
      y2={y(to)}
      stroke-width={best ? 7 : 1 + 5 * share}
    />
  );
}

interface NodeProps {
  hour: number;
  state: number;
  score: number | undefined;
  marked: boolean;
}

/** The filled area is the number, so the radius is its root. */
function Node({ hour, state, score, marked }: NodeProps) {
  return (
    <g>
      <circle
        class={marked && score !== undefined ? 'rim marked' : 'rim'}
        cx={x(hour)}
        cy={y(state)}
        r={RADIUS}
      />
      {score !== undefined && (
        <>
          <circle class="filled" cx={x(hour)} cy={y(state)} r={RADIUS * Math.sqrt(score)} />
          <text class="score" x={x(hour)} y={y(state) + 5}>
            {score.toFixed(2).replace(/^0/, '')}
          </text>
        </>
      )}
    </g>
  );
}

function x(hour: number): number {
  return LEFT + (hour + 0.5) * COLUMN;
}

function y(state: number): number {
  return (state + 0.5) * ROW;
}
