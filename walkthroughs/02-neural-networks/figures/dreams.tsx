/** Ten pictures that began as noise and follow the classifier's gradient: half of the chapter's last figure. */
import type { Signal } from '@preact/signals';
import { PIXELS, SIDE } from '../../../src/webview/kit/digitSet.ts';
import { Touch } from '../../../src/webview/kit/formula.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { CLASSES, row } from './dreamModel.ts';
import { ProbabilityBars } from './probabilityBars.tsx';

/** All ten pictures at one step. */
export interface Frame {
  step: number;
  pictures: Float32Array;
}

interface Props {
  now: Frame;
  /** Earlier ones, the first being noise. */
  film: readonly Frame[];
  /** [CLASSES, CLASSES] */
  odds: Float32Array;
  chosen: number;
  onChoose: (digit: number) => void;
  active: Signal<string | undefined>;
}

export function Dreams({ now, film, odds, chosen, onChoose, active }: Props) {
  return (
    <>
      <Touch term="x" active={active}>
        <div class="dreams">
          {Array.from({ length: CLASSES }, (_, digit) => (
            <button
              key={digit}
              type="button"
              aria-pressed={digit === chosen}
              aria-label={`Dream of a ${digit}, p ${(row(odds, digit)[digit] ?? 0).toFixed(2)}`}
              onClick={() => onChoose(digit)}
            >
              <Tile pixels={pictureOf(now, digit)} size={SIDE} />
              <span class="caption numbers">
                {digit}: {(row(odds, digit)[digit] ?? 0).toFixed(2)}
              </span>
            </button>
          ))}
        </div>
      </Touch>
      <div class="strip film">
        {film.map((frame) => (
          <div key={frame.step}>
            <Tile
              pixels={pictureOf(frame, chosen)}
              size={SIDE}
              label={`After ${frame.step} steps`}
            />
            <p class="caption numbers">{frame.step}</p>
          </div>
        ))}
      </div>
      <p class="muted">
        The dream of a {chosen} after so many steps, by a small dense classifier (the script’s is
        convolutional). What it takes the dream for:
      </p>
      <Touch term="p" active={active}>
        <ProbabilityBars
          what="digit"
          names="0123456789"
          odds={row(odds, chosen)}
          marked={String(chosen)}
        />
      </Touch>
    </>
  );
}

function pictureOf({ pictures }: Frame, digit: number): Float32Array {
  return pictures.subarray(digit * PIXELS, (digit + 1) * PIXELS);
}
