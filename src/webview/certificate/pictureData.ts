/** A picture of a run as the sheet holds it: inside, as PNG. */
import type { RunPicture } from '../../protocol/certificate.ts';
import { loadImage } from '../kit/image.ts';
import { drawTiles } from '../kit/samples/drawTiles.ts';
import { tilesAtScale } from '../kit/samples/tiles.ts';
import type { SheetPicture } from './sheet.ts';
import { pictureWords } from './words.ts';

/** Pixels along its longer edge, about: sharp on paper, and small enough to send. */
const wanted = 900;

export async function sheetPicture(picture: RunPicture): Promise<SheetPicture> {
  const image = await loadImage(picture.uri);
  const plain = tilesAtScale(picture, 1, 0, false);
  // Whole squares for pixels, so that they are sharp in viewers too that smooth what they enlarge.
  const scale = Math.max(1, Math.floor(wanted / Math.max(plain.width, plain.height)));
  const gap = picture.count > 1 ? scale : 0;
  const layout = tilesAtScale(picture, scale, gap, false);
  const { width, height } = layout;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no memory for a picture of this size.');
  drawTiles({ context }, image, picture, layout);
  return { data: canvas.toDataURL('image/png'), width, height, caption: pictureWords(picture) };
}
