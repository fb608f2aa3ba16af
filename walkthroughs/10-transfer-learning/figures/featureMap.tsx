/** Letters on a map of their features; click one to see whom it lies beside. */
import { useMemo } from 'preact/hooks';
import { PIXELS, SIDE } from '../../../src/webview/kit/digitSet.ts';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { featureSpace, mapLetters, SHOWN, type Space, spaces } from './featureSpace.ts';
import type { Learner } from './learner.ts';
import { LetterPlane } from './letterPlane.tsx';
import { KINDS } from './letterSet.ts';

interface Props {
  learner: Learner;
  /** Rises as the learner trains. */
  version: number;
  layer: string;
  /** Index of the letter looked at. */
  point: number;
  onLayer: (layer: Space) => void;
  onPoint: (point: number) => void;
}

export function FeatureMap({ learner, version, layer, point, onLayer, onPoint }: Props) {
  const space = spaces.find((each) => each === layer) ?? 'layer 1';
  // Pixels stay where they are while the network learns.
  const follows = space === 'pixels' ? undefined : learner;
  const news = space === 'pixels' ? 0 : version;
  const map = useMemo(() => featureSpace(learner, space), [follows, news, space]);
  const { images, labels } = mapLetters();
  const at = Math.min(labels.length - 1, Math.max(0, Math.round(point)));
  const near = map.neighbours[at] ?? [];
  const name = (index: number) => KINDS[labels[index] ?? 0] ?? '';
  const picture = (index: number) => images.subarray(index * PIXELS, (index + 1) * PIXELS);
  return (
    <section class="feature-map" aria-label="Map of features">
      <Switch
        label="New letters, placed by"
        options={spaces.map((each) => [each, each] as const)}
        value={space}
        onChoose={(value) => onLayer(spaces.find((each) => each === value) ?? 'layer 1')}
      />
      <div class="beside">
        <LetterPlane
          points={map.points}
          names={Array.from(labels, (_, i) => name(i))}
          kinds={Array.from(labels, (label) => SHOWN.indexOf(KINDS[label] ?? ''))}
          at={at}
          near={near}
          onMove={onPoint}
        />
        <div class="nearest">
          <div class="four">
            {[at, ...near].map((index, i) => (
              <figure key={i}>
                <Tile pixels={picture(index)} size={SIDE} label={`A letter ${name(index)}`} />
                <figcaption>{i === 0 ? `this ${name(index)}` : name(index)}</figcaption>
              </figure>
            ))}
          </div>
          <p class="muted">the letter chosen, and its three nearest by all features</p>
          <p class="numbers">
            The nearest neighbour shows the same letter for{' '}
            <strong>{Math.round(100 * map.agreement)} %</strong> of the {labels.length} letters.
          </p>
          <p class="muted">
            The map is flat: it shows two principal components of {sizes[space]} numbers.
          </p>
        </div>
      </div>
    </section>
  );
}

const sizes: Record<Space, number> = { pixels: PIXELS, 'layer 1': 64, 'layer 2': 32 };
