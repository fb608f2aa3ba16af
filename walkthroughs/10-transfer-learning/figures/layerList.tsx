/** Layers from the image upwards, each with a lock and a bar of how far its weights have moved. */
import type { LayerView } from './locksLab.ts';

interface Props {
  layers: readonly LayerView[];
  copied: boolean;
  onLock: (layer: number, locked: boolean) => void;
}

export function LayerList({ layers, copied, onLock }: Props) {
  return (
    <ol class="layer-list" aria-label="Layers, from the image to the answer">
      {layers.map(({ name, shape, count, locked, moved }, i) => (
        <li key={name} class={locked ? 'layer locked' : 'layer'}>
          <button
            type="button"
            class="lock"
            aria-pressed={locked}
            aria-label={`Lock ${name}`}
            title={locked ? 'Locked: its weights stay. Click to unlock.' : 'Learns. Click to lock.'}
            onClick={() => onLock(i, !locked)}
          >
            <Padlock closed={locked} /> {locked ? 'locked' : 'learns'}
          </button>
          <span class="what">
            <strong>{name}</strong>{' '}
            <span class="muted numbers">
              {shape}, {count.toLocaleString('en-US')} weights,{' '}
              {i < 2 && copied ? 'from digits' : 'new'}
            </span>
          </span>
          <span class="moved numbers">
            <span class="track" aria-hidden="true">
              <span class="part" style={{ width: `${Math.min(100, 100 * moved)}%` }} />
            </span>
            moved {Math.round(100 * moved)} %
          </span>
        </li>
      ))}
    </ol>
  );
}

function Padlock({ closed }: { closed: boolean }) {
  return (
    <svg class="padlock" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M3 7h10v7H3z" fill="currentColor" />
      <path
        d={closed ? 'M5 7V4.5a3 3 0 0 1 6 0V7' : 'M5 7V4.5a3 3 0 0 1 5.8-1'}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
      />
    </svg>
  );
}
