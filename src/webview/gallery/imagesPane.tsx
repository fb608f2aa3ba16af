/** One frame of images: zoom with the wheel and Ctrl, drag to pan, point at a tile to read its label. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ImagesRecord } from '../../protocol/record.ts';
import { Canvas, type Draw } from '../kit/canvas.tsx';
import { drawTiles } from '../kit/samples/drawTiles.ts';
import { imagesLabel, tileName } from '../kit/samples/imagesFigure.tsx';
import {
  layoutTiles,
  snapScale,
  type TileLayout,
  tileAt,
  tilePosition,
  tilesAtScale,
} from '../kit/samples/tiles.ts';
import { palette } from '../kit/theme.ts';
import { zoom } from './store.ts';
import { useWheelSeek } from './transport.tsx';
import { useCachedImage } from './useCachedImage.ts';
import { type Box, pan, place, type Zoom, zoomAbout } from './zoom.ts';

interface Props {
  record: ImagesRecord;
  uri: string | undefined;
  pane: Box;
}

interface Hover {
  tile: number;
  x: number;
  y: number;
}

export function ImagesPane({ record, uri, pane }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const image = useCachedImage(uri);
  const [hover, setHover] = useState<Hover>();
  const layout = zoomedLayout(record, pane, zoom.value);
  const { left, top } = place(zoom.value, layout, pane);
  const draw = useMemo(
    (): Draw => (surface) => {
      if (!image) return;
      surface.context.translate(Math.round(left), Math.round(top));
      drawTiles(surface, image, record, layout);
      if (hover) outline(surface.context, record, layout, hover.tile);
    },
    [image, record, left, top, layout.scale, layout.caption, hover?.tile],
  );
  useZoomWheel(box.current, layout, pane);

  const onPointerMove = (event: PointerEvent) => {
    const target = event.currentTarget as HTMLElement;
    if (target.hasPointerCapture(event.pointerId)) {
      zoom.value = pan(zoom.value, event.movementX, event.movementY, layout);
      setHover(undefined);
      return;
    }
    const tile = tileAt(record, layout, event.offsetX - left, event.offsetY - top);
    setHover(tile === undefined ? undefined : { tile, x: event.offsetX, y: event.offsetY });
  };
  return (
    <div ref={box} class={`images-pane ${zoom.value.factor > 1 ? 'pannable' : ''}`}>
      <Canvas
        draw={draw}
        label={imagesLabel(record)}
        style={{ width: `${pane.width}px`, height: `${pane.height}px` }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setHover(undefined)}
      />
      {hover && (
        <span
          class={`tip ${hover.x > pane.width / 2 ? 'before' : ''}`}
          style={{ left: `${hover.x}px`, top: `${hover.y}px` }}
        >
          {tileName(record, hover.tile)}
        </span>
      )}
    </div>
  );
}

/** As large as fits, times the zoom; always whole device pixels. */
function zoomedLayout(record: ImagesRecord, pane: Box, { factor }: Zoom): TileLayout {
  const ratio = window.devicePixelRatio || 1;
  const fit = layoutTiles(record, { ...pane, ratio, maxScale: 24 });
  if (factor === 1) return fit;
  return tilesAtScale(record, snapScale(fit.scale * factor, ratio), fit.gap, fit.caption > 0);
}

function outline(
  context: CanvasRenderingContext2D,
  record: ImagesRecord,
  layout: TileLayout,
  tile: number,
): void {
  if (record.count < 2) return;
  const { x, y } = tilePosition(record, layout, tile);
  context.strokeStyle = palette().accent;
  context.lineWidth = 2;
  context.strokeRect(x, y, layout.tileWidth, layout.tileHeight);
}

/** Ctrl and wheel zoom about the pointer; the wheel alone goes from frame to frame. */
function useZoomWheel(element: HTMLElement | null, layout: TileLayout, pane: Box): void {
  const seek = useWheelSeek();
  const latest = useRef<(event: WheelEvent) => void>(seek);
  latest.current = (event) => {
    if (!event.ctrlKey) return seek(event);
    event.preventDefault();
    const at = { x: event.offsetX - pane.width / 2, y: event.offsetY - pane.height / 2 };
    zoom.value = zoomAbout(zoom.value, 2 ** (-event.deltaY / 200), layout, at);
  };
  useEffect(() => {
    if (!element) return;
    const listener = (event: WheelEvent) => latest.current(event);
    element.addEventListener('wheel', listener, { passive: false });
    return () => element.removeEventListener('wheel', listener);
  }, [element]);
}
