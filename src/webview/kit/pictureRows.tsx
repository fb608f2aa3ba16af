/** Rows of small pictures below each other: the same digits, seen in several ways. */
import { Tile } from './tile.tsx';
import { useSize } from './useSize.ts';

interface Props {
  size: number;
  /** A picture that is not there leaves its place empty. */
  rows: readonly { name: string; pictures: readonly (Float32Array | undefined)[] }[];
  /** A name of each column's picture. */
  names: readonly string[];
  /** The column on show elsewhere; the first row chooses it. */
  selected: number;
  onSelect: (column: number) => void;
}

const NARROW = 520;
const NAME_WIDTH = 92;
const LEAST_TILE = 44;

/** As many columns as fit at a size that can be seen. */
export function PictureRows({ size, rows, names, selected, onSelect }: Props) {
  const [ref, { width }] = useSize();
  const room = width < NARROW ? width : width - NAME_WIDTH;
  const columns = Math.max(1, Math.min(names.length, Math.floor(room / LEAST_TILE)));
  return (
    <div class="picture-rows" ref={ref} style={{ '--columns': columns }}>
      {rows.map(({ name, pictures }, r) => (
        <section class="row" key={name} aria-label={name}>
          <span class="name">{name}</span>
          {pictures.slice(0, columns).map((pixels, i) =>
            pixels === undefined ? (
              <span key={i} class="tile blank" />
            ) : r === 0 ? (
              <button
                key={i}
                type="button"
                class="pick"
                aria-pressed={i === selected}
                aria-label={`Show ${names[i]}`}
                onClick={() => onSelect(i)}
              >
                <Tile pixels={pixels} size={size} />
              </button>
            ) : (
              <Tile key={i} pixels={pixels} size={size} class={i === selected ? 'selected' : ''} />
            ),
          )}
        </section>
      ))}
    </div>
  );
}
