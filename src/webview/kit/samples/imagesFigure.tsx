import { useMemo, useState } from 'preact/hooks';
import type { ImagesRecord } from '../../../protocol/record.ts';
import { Canvas } from '../canvas.tsx';
import { plural } from '../format.ts';
import { useImage } from '../image.ts';
import { drawTiles } from './drawTiles.ts';
import { layoutTiles, tileAt } from './tiles.ts';

interface Props {
  record: ImagesRecord;
  uri: string | undefined;
  /** CSS pixels there are. */
  width: number;
}

/** A grid of images. Its size follows from the record alone, so nothing jumps while a picture loads. */
export function ImagesFigure({ record, uri, width }: Props) {
  const { image, failed } = useImage(uri);
  const [hovered, setHovered] = useState<number>();
  const ratio = window.devicePixelRatio || 1;
  const layout = useMemo(() => layoutTiles(record, { width, ratio }), [record, width, ratio]);
  const draw = useMemo(
    () => (surface: { context: CanvasRenderingContext2D }) => {
      if (image) drawTiles(surface, image, record, layout);
    },
    [image, record, layout],
  );
  if (failed && !image) return <p class="muted">The picture {record.file} cannot be read.</p>;
  const onMouseMove = (event: MouseEvent) =>
    setHovered(tileAt(record, layout, event.offsetX, event.offsetY));
  return (
    <Canvas
      class="tiles"
      draw={draw}
      label={imagesLabel(record)}
      title={hovered === undefined ? undefined : tileName(record, hovered)}
      style={{ width: `${layout.width}px`, height: `${layout.height}px` }}
      onMouseMove={onMouseMove}
    />
  );
}

export function imagesLabel({ name, step, count, labels }: ImagesRecord): string {
  const named = labels && count <= 20 ? `: ${labels.join(', ')}` : '';
  return `${name}, step ${step}, ${plural(count, 'image')}${named}`;
}

export function tileName({ count, labels }: ImagesRecord, index: number): string {
  const place = count > 1 ? `image ${index + 1} of ${count}` : '';
  return [labels?.[index], place].filter(Boolean).join(', ');
}
