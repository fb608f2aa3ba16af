/** Ten digits, one of which is on show. */
import type { DigitSet } from '../../../src/webview/kit/digitSet.ts';
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { Tile } from '../../../src/webview/kit/tile.tsx';

interface Props {
  set: DigitSet;
  chosen: number | undefined;
  onChoose: (digit: number) => void;
}

export function DigitRow({ set, chosen, onChoose }: Props) {
  return (
    <fieldset class="digits">
      <legend>Picture</legend>
      {Array.from({ length: 10 }, (_, digit) => (
        <button
          key={digit}
          type="button"
          class="pick"
          aria-pressed={digit === chosen}
          aria-label={`A ${digit}`}
          onClick={() => onChoose(digit)}
        >
          <Tile pixels={set.image(set.labels.indexOf(digit))} size={SIDE} />
        </button>
      ))}
    </fieldset>
  );
}
