import { loadImage } from '../kit/image.ts';
import { sheetSize } from './sheet.ts';

/** Pixels per unit of the sheet: 305 a printed inch. */
const scale = 3;

/** The bytes of a PNG file with the sheet as it is. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = await loadImage(address);
    const [width, height] = [scale * sheetSize.width, scale * sheetSize.height];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('There is no memory for a picture of this size.');
    context.drawImage(image, 0, 0, width, height);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
