/** A folder of pictures: one subfolder a class, or pictures only. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Random } from '../../data/random.ts';
import * as tf from '../../engine/tf.ts';
import type { LabelledPictures } from '../data.ts';
import { describe, GenAI101Error } from '../error.ts';
import { reporter } from '../reporter.ts';
import { checkWhole } from '../whole.ts';
import { type DecodedPicture, fileHost, readBytes, resolveFile, unreadable } from './files.ts';

export interface ImageFolderOptions {
  /** Side to make all pictures, in pixels (they are stretched to a square). Needed where their sizes differ. */
  size?: number;
  /** 1 for grey (where it is left out), 3 for colours. Transparency is left aside. */
  channels?: 1 | 3;
  /** True for dark ink on light paper, so that ink is 1 as in `data.digits`. */
  invert?: boolean;
}

export interface PictureFolder extends LabelledPictures {
  /** Names of the subfolders, in order: label 0 is the first. One name, the folder's own, where it has none. */
  classes: string[];
  /** The file of each picture, in the order of the pictures. */
  files: string[];
}

interface Listed {
  file: string;
  label: number;
}

const PICTURE = /\.(png|jpe?g|bmp|gif)$/i;
/** What systems leave in folders by themselves; nobody means those. */
const LEFT_BY_SYSTEMS = /^(\.|Thumbs\.db$|desktop\.ini$)/i;

/**
 * All pictures of a folder (PNG, JPEG, BMP; the first frame of a GIF), in the shape of `data.digits`, in an order
 * that the seed of the run decides. Subfolders are classes. Relative paths start at the script's folder.
 *
 * ```ts
 * const { images, labels, classes } = await data.loadImageFolder('pets', { size: 64, channels: 3 });
 * ```
 *
 * @returns images [count, height, width, channels], float32 from 0 (black) to 1 (white); labels [count], int32
 * @throws GenAI101Error when the folder or a class of it is empty, holds something else than pictures, pictures beside
 *   subfolders, pictures of different sizes and no `size`, or a damaged one: with the file, and what to do
 */
export async function loadImageFolder(
  folder: string,
  options: ImageFolderOptions = {},
): Promise<PictureFolder> {
  const call = `data.loadImageFolder('${folder}')`;
  const { size, channels = 1, invert = false } = options;
  if (size !== undefined) checkWhole(call, 'size', size);
  if (channels !== 1 && channels !== 3) {
    throw new GenAI101Error(`${call}: expected 1 or 3 channels, got ${describe(channels)}.`);
  }
  const { classes, listed } = await list(call, folder);
  const order = new Random(reporter().seed).order(listed.length);
  const ordered = order.flatMap((index) => listed[index] ?? []);
  const images = await readAll(call, ordered, channels, size);
  return {
    images: invert ? inverted(images) : images,
    labels: tf.tensor1d(
      Int32Array.from(ordered, ({ label }) => label),
      'int32',
    ),
    classes,
    files: ordered.map(({ file }) => file),
  };
}

async function list(
  call: string,
  folder: string,
): Promise<{ classes: string[]; listed: Listed[] }> {
  const { folders, files } = await entries(call, folder);
  if (folders.length === 0) {
    const classes = [path.basename(resolveFile(call, folder))];
    return { classes, listed: files.map((file) => ({ file, label: 0 })) };
  }
  if (files[0]) {
    throw new GenAI101Error(
      `${call}: ${files[0]} lies beside the folder ${folders[0]}. Either subfolders are the classes, or all pictures lie in one folder: move them.`,
    );
  }
  const listed: Listed[] = [];
  for (const [label, name] of folders.entries()) {
    const inside = await entries(call, path.join(folder, name));
    if (inside.folders[0]) {
      throw new GenAI101Error(
        `${call}: ${path.join(folder, name)} holds the folder ${inside.folders[0]}; classes have no folders of their own.`,
      );
    }
    listed.push(...inside.files.map((file) => ({ file, label })));
  }
  return { classes: folders, listed };
}

/** Sorted by name, so that labels do not depend on the file system. */
async function entries(
  call: string,
  folder: string,
): Promise<{ folders: string[]; files: string[] }> {
  const full = resolveFile(call, folder);
  const found = await readdir(full, { withFileTypes: true }).catch((error: unknown) => {
    throw unreadable(call, folder, error);
  });
  const meant = found.filter(({ name }) => !LEFT_BY_SYSTEMS.test(name));
  if (meant.length === 0) {
    throw new GenAI101Error(`${call}: the folder ${full} is empty; put pictures into it.`);
  }
  const names = (isFolder: boolean) =>
    meant.filter((entry) => entry.isDirectory() === isFolder).map(({ name }) => name);
  const strange = names(false).find((name) => !PICTURE.test(name));
  if (strange) {
    throw new GenAI101Error(
      `${call}: ${path.join(folder, strange)} is no PNG, JPEG, BMP or GIF file. Move it elsewhere; nothing is left out silently.`,
    );
  }
  return {
    folders: names(true).sort(byName),
    files: names(false)
      .sort(byName)
      .map((name) => path.join(folder, name)),
  };
}

function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

async function readAll(
  call: string,
  listed: readonly Listed[],
  channels: 1 | 3,
  size: number | undefined,
): Promise<tf.Tensor4D> {
  const pictures: tf.Tensor3D[] = [];
  let first: (DecodedPicture & { file: string }) | undefined;
  for (const { file } of listed) {
    const picture = decode(call, file, await readBytes(call, file), channels);
    first ??= { ...picture, file };
    if (size === undefined) checkSize(call, first, { ...picture, file });
    pictures.push(toTensor(picture, channels, size));
  }
  const stacked = tf.stack(pictures) as tf.Tensor4D;
  tf.dispose(pictures);
  return stacked;
}

function decode(call: string, file: string, bytes: Uint8Array, channels: 1 | 3): DecodedPicture {
  try {
    return fileHost(call).decode(bytes, channels);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new GenAI101Error(`${call}: ${file}: ${why}`);
  }
}

function checkSize(
  call: string,
  first: DecodedPicture & { file: string },
  { width, height, file }: DecodedPicture & { file: string },
): void {
  if (width === first.width && height === first.height) return;
  throw new GenAI101Error(
    `${call}: ${first.file} has ${first.width} × ${first.height} pixels and ${file} has ${width} × ${height}. Say what size to make them: { size: 28 }.`,
  );
}

function toTensor(
  { width, height, data }: DecodedPicture,
  channels: 1 | 3,
  size: number | undefined,
): tf.Tensor3D {
  return tf.tidy(() => {
    const picture = tf.tensor3d(Float32Array.from(data), [height, width, channels]).div(255);
    if (size === undefined) return picture as tf.Tensor3D;
    return tf.image.resizeBilinear(picture as tf.Tensor3D, [size, size]);
  });
}

function inverted(images: tf.Tensor4D): tf.Tensor4D {
  const result = tf.sub(1, images) as tf.Tensor4D;
  images.dispose();
  return result;
}
