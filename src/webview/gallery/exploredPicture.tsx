/** What the model answered last, each pixel a sharp square. */
import { useMemo } from 'preact/hooks';
import { Canvas, type Draw } from '../kit/canvas.tsx';
import { toCanvas } from '../kit/exploredImage.ts';
import { explored, post, run } from './store.ts';
import { Tool } from './toolbar.tsx';

export function ExploredPicture({ name }: { name: string }) {
  const answer = explored.value?.name === name ? explored.value : undefined;
  const image = answer?.image;
  const bitmap = useMemo(() => image && toCanvas(image), [image]);
  const draw = useMemo(
    (): Draw | undefined => bitmap && ((surface) => drawSharp(surface, bitmap)),
    [bitmap],
  );
  if (!draw || !bitmap) return null;
  return (
    <figure class="explored">
      <Canvas draw={draw} label={`What the model makes at this place of the ${name}`} />
      <figcaption>
        <Tool
          icon="save"
          label="Save this picture as PNG"
          text="Save PNG"
          onClick={() => void save(bitmap, name)}
        />
      </figcaption>
    </figure>
  );
}

function drawSharp(
  { context, width, height, ratio }: Parameters<Draw>[0],
  bitmap: OffscreenCanvas,
): void {
  const fit = Math.min(width / bitmap.width, height / bitmap.height) * ratio;
  const scale = (fit >= 1 ? Math.floor(fit) : fit) / ratio;
  const [dw, dh] = [bitmap.width * scale, bitmap.height * scale];
  context.imageSmoothingEnabled = scale < 1;
  const align = (space: number) => Math.round((space / 2) * ratio) / ratio;
  context.drawImage(bitmap, align(width - dw), align(height - dh), dw, dh);
}

/** Eight times as large, so that a picture of 28 pixels is worth looking at elsewhere. */
async function save(bitmap: OffscreenCanvas, name: string): Promise<void> {
  const canvas = new OffscreenCanvas(bitmap.width * 8, bitmap.height * 8);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.imageSmoothingEnabled = false;
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const title = `${run.value?.title ?? ''} ${name}`.trim().replace(/[^\p{L}\p{N}]+/gu, '-');
  post({
    type: 'savePng',
    suggestedName: `${title}.png`,
    png: new Uint8Array(await blob.arrayBuffer()),
  });
}
