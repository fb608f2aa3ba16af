/** What random codes decode to: a fair test of whether a decoder can generate. */
import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { Touch } from '../../../src/webview/kit/formula.tsx';
import { nth, Tile } from '../../../src/webview/kit/tile.tsx';
import { HOLE, nearestDigit } from './nearest.ts';
import type { Decode } from './planeLayers.ts';

const DRAWS = 14;

interface Props {
  codes: Float32Array;
  decode: Decode;
  active: Signal<string | undefined>;
}

/** What random codes decode to, and how many kinds of digit are among it. */
export function RandomDigits({ codes, decode, active }: Props) {
  const found = useMemo(() => {
    const pictures = decode(codes);
    return Array.from({ length: DRAWS }, (_, i) => {
      const pixels = nth(pictures, i, SIDE);
      return { pixels, nearest: nearestDigit(pixels) };
    });
  }, [codes, decode]);
  const clear = found.filter(({ nearest }) => nearest.likeness >= HOLE);
  const kinds = new Set(clear.map(({ nearest }) => nearest.label)).size;
  return (
    <Touch term="prior" active={active}>
      <div class="strip">
        {found.map(({ pixels, nearest }, i) => (
          <Tile
            key={i}
            pixels={pixels}
            size={SIDE}
            label={nearest.likeness >= HOLE ? `like a ${nearest.label}` : 'like no digit'}
          />
        ))}
      </div>
      <p class="muted numbers">
        {DRAWS} random codes (×): {clear.length} decode to digits, of {kinds}{' '}
        {kinds === 1 ? 'kind' : 'kinds'}
      </p>
    </Touch>
  );
}

export function standardNormal(seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: 2 * DRAWS }, () => random.normal());
}
