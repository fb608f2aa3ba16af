/** Probabilities as bars; each is a button that takes its character. */
import { visible } from './verseCounts.ts';

interface Props {
  names: string;
  odds: Float32Array;
  label: string;
  onTake: (character: string) => void;
  /** How often each was drawn, where draws are counted. */
  draws?: readonly number[];
}

export function OddsBars({ names, odds, label, onTake, draws }: Props) {
  const most = Math.max(...odds, 0.01);
  const order = [...odds.keys()].sort((a, b) => (odds[b] ?? 0) - (odds[a] ?? 0)).slice(0, 12);
  return (
    <fieldset class="odds" aria-label={label}>
      {order.map((at) => {
        const name = names[at] ?? '';
        const share = odds[at] ?? 0;
        return (
          <button
            key={name}
            type="button"
            disabled={share === 0}
            aria-label={`${visible(name)}, ${(100 * share).toFixed(1)} percent`}
            onClick={() => onTake(name)}
          >
            <b>{visible(name)}</b>
            <meter min={0} max={most} value={share} />
            <span class="numbers">{(100 * share).toFixed(1)} %</span>
            {draws && <span class="numbers muted">{draws[at] ?? 0}×</span>}
          </button>
        );
      })}
    </fieldset>
  );
}
