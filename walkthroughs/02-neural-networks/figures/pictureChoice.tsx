/** One of ten digits, or a picture of the learner's own. */
import { type DigitSet, PIXELS, SIDE } from '../../../src/webview/kit/digitSet.ts';
import { DrawPad } from '../../../src/webview/kit/drawPad.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';

interface Props {
  set: DigitSet;
  digit: number;
  /** Greys of the own picture; empty where there is none. */
  drawing: readonly number[];
  onChange: (part: { digit?: number; drawing: readonly number[] }) => void;
}

const empty: readonly number[] = [];

export function PictureChoice({ set, digit, drawing, onChange }: Props) {
  return (
    <div class="beside">
      <fieldset class="digits">
        <legend>Picture</legend>
        {Array.from({ length: 10 }, (_, each) => (
          <button
            key={each}
            type="button"
            class="pick"
            aria-pressed={drawing.length === 0 && each === digit}
            aria-label={`A ${each}`}
            onClick={() => onChange({ digit: each, drawing: empty })}
          >
            <Tile pixels={set.image(set.labels.indexOf(each))} size={SIDE} />
          </button>
        ))}
      </fieldset>
      <div class="pad">
        <DrawPad
          pixels={pictureOf(drawing)}
          size={SIDE}
          label="Draw your own picture"
          onDraw={(drawn) =>
            onChange({ drawing: Array.from(drawn, (ink) => Math.round(ink * 100) / 100) })
          }
        />
        <p class="muted">Your own</p>
        <button type="button" onClick={() => onChange({ drawing: empty })}>
          Clear
        </button>
      </div>
    </div>
  );
}

export function pictureOf(drawing: readonly number[]): Float32Array {
  const pixels = new Float32Array(PIXELS);
  pixels.set(drawing.slice(0, PIXELS));
  return pixels;
}
