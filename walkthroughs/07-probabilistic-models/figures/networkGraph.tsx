/** The variables as boxes, with arrows from parents to children. */
import { network } from './networkLab.ts';

interface Props {
  /** 1, 0, or −1 where not seen. */
  seen: readonly number[];
  asked: number;
  answers: readonly number[];
  priors: readonly number[];
  estimates: readonly (number | undefined)[];
  onCycle: (index: number) => void;
  onAsk: (index: number) => void;
}

/** Column and row of each variable. */
const cells: Record<string, readonly [column: number, row: number]> = {
  rain: [0, 0],
  strike: [1, 0],
  overslept: [2, 0],
  umbrella: [0, 1],
  jam: [1, 1],
  late: [2, 2],
};
const [COLUMNS, ROWS] = [3, 3];

export function NetworkGraph(props: Props) {
  return (
    <div class="network-graph">
      <svg class="edges" viewBox="0 0 300 300" preserveAspectRatio="none" aria-hidden="true">
        {network.flatMap(({ name, parents }) =>
          parents.map((parent) => <Edge key={`${parent} ${name}`} from={parent} to={name} />),
        )}
      </svg>
      {network.map((_, i) => (
        <Box key={i} {...props} index={i} />
      ))}
    </div>
  );
}

/** From the middle of the parent's box to the upper edge of the child's, with an arrowhead that is not stretched. */
function Edge({ from, to }: { from: string; to: string }) {
  const [x1, y1] = middle(from);
  const [x2, y2] = middle(to);
  const across = y1 === y2 ? 0 : (x1 - x2) * 0.14;
  return (
    <g>
      <line x1={x1} y1={y1} x2={x2 + across} y2={y2 - 44} vector-effect="non-scaling-stroke" />
      <path d={`M${x2 + across} ${y2 - 35}l-2.6-10h5.2z`} />
    </g>
  );
}

function middle(name: string): [number, number] {
  const [column, row] = cells[name] ?? [0, 0];
  return [(300 / COLUMNS) * (column + 0.5), (300 / ROWS) * (row + 0.5)];
}

function Box({
  index,
  seen,
  asked,
  answers,
  priors,
  estimates,
  onCycle,
  onAsk,
}: Props & { index: number }) {
  const variable = network[index];
  if (!variable) return null;
  const { name } = variable;
  const [column, row] = cells[name] ?? [0, 0];
  const value = seen[index] ?? -1;
  const answer = answers[index] ?? 0;
  const estimated = estimates[index];
  const state =
    value === 1 ? 'seen: yes' : value === 0 ? 'seen: no' : `${(100 * answer).toFixed(1)} %`;
  const spoken = estimated === undefined ? '' : `, estimated ${(100 * estimated).toFixed(1)} %`;
  return (
    <button
      type="button"
      class={`variable ${value >= 0 ? 'seen' : ''} ${index === asked ? 'asked' : ''}`}
      style={{ gridColumn: column + 1, gridRow: row + 1 }}
      aria-label={`${name}, ${state}${spoken}. Press to change what was seen.`}
      onClick={() => onCycle(index)}
      onPointerEnter={() => onAsk(index)}
      onFocus={() => onAsk(index)}
    >
      <strong>{name}</strong>
      <span class="numbers">{state}</span>
      <span class="gauge">
        <i class="fill" style={{ width: `${100 * answer}%` }} />
        <i class="before" style={{ left: `${100 * (priors[index] ?? 0)}%` }} />
        {estimated !== undefined && <i class="dot" style={{ left: `${100 * estimated}%` }} />}
      </span>
    </button>
  );
}
