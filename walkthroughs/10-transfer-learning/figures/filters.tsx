/** What units of the first layer look for: at the start, and now. */
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import type { LocksLab } from './locksLab.ts';

const SHOWN = 8;

export function Filters({ lab }: { lab: LocksLab }) {
  const units = Array.from({ length: SHOWN }, (_, unit) => unit);
  return (
    <section aria-label="Weights of eight units of hidden layer 1">
      <h3>Weights of eight units of hidden layer 1</h3>
      {(['start', 'now'] as const).map((when) => (
        <div key={when} class="filters">
          <span class="muted">{when}</span>
          {units.map((unit) => (
            <Tile key={unit} pixels={lab.filter(unit, when)} size={SIDE} />
          ))}
        </div>
      ))}
      <p class="muted">Light pixels excite the unit, dark ones inhibit it, mid-grey is 0.</p>
    </section>
  );
}
