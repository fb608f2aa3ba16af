import * as tf from '../engine/tf.ts';
import type { ExploredAnswer, ExploredImage, Explorer } from '../protocol/runner.ts';
import { describe, GenAI101Error } from './error.ts';
import { readPicture } from './pixels.ts';
import { reporter } from './reporter.ts';
import { checkName } from './steps.ts';

type Axis = Explorer['axes'][number];

/** Lowest and highest value of an axis; `value` is where it starts, the middle where it is left out; `integer`: in whole numbers. */
export type ExploreRange =
  | readonly [min: number, max: number]
  | { min: number; max: number; value?: number; integer?: boolean };

/** What an explorer makes: a picture of shape [height, width], [height, width, channels], or a batch of one; or a text. */
export type Draw<Axis extends string> = (
  values: Record<Axis, number>,
) => tf.Tensor | tf.Tensor[] | string | Promise<tf.Tensor | string>;

/**
 * Makes a trained model answer: the gallery and the chapter's panel show a picture to drag in,
 * or sliders beside a text, and ask `draw` for each place. It stays alive after the script has ended, until Stop.
 *
 * ```ts
 * explore('latent plane', { x: [-3, 3], y: [-3, 3] }, ({ x, y }) => decoder.predict(tf.tensor2d([[x, y]])));
 * explore('verses', { temperature: [0.1, 2] }, ({ temperature }) => write(temperature)); // a text
 * ```
 *
 * @param ranges one an axis
 * @param draw makes one picture: float32 from 0 to 1, or int32 from 0 to 255; or a text. Its tensors are tidied up.
 *   An `async` one cleans up after itself; the tensor it makes and returns is disposed once read.
 * @throws GenAI101Error when a range is none; what goes wrong in `draw` is shown where the picture would be
 */
export function explore<Axis extends string>(
  name: string,
  ranges: Readonly<Record<Axis, ExploreRange>>,
  draw: Draw<Axis>,
): void {
  const call = `explore('${checkName('explore', name)}', …)`;
  if (typeof draw !== 'function') {
    throw new GenAI101Error(`${call}: expected a function that draws, got ${describe(draw)}.`);
  }
  const axes = readAxes(call, ranges);
  reporter().explorer({ name, axes }, async (values) => {
    const byName = Object.fromEntries(axes.map((axis, i) => [axis.name, placeOn(axis, values[i])]));
    return answer(call, draw, byName as Record<Axis, number>);
  });
}

function placeOn({ integer, value }: Axis, asked = value): number {
  return integer ? Math.round(asked) : asked;
}

function readAxes(call: string, ranges: Readonly<Record<string, ExploreRange>>): Explorer['axes'] {
  const axes = Object.entries(ranges ?? {}).map(([name, range]) => readAxis(call, name, range));
  if (axes.length > 0) return axes;
  throw new GenAI101Error(
    `${call}: expected ranges such as { x: [-3, 3] }, got ${describe(ranges)}.`,
  );
}

function readAxis(call: string, name: string, range: ExploreRange): Axis {
  const given = isPair(range) ? { min: range[0], max: range[1] } : range;
  const { min, max, integer } = given;
  const { value = integer ? Math.round((min + max) / 2) : (min + max) / 2 } = given;
  if (Number.isFinite(min) && Number.isFinite(max) && min < max && value >= min && value <= max) {
    return { name, min, max, value, ...(integer && { integer }) };
  }
  throw new GenAI101Error(
    `${call}: expected a range [min, max] with min < max for “${name}”, got [${min}, ${max}].`,
  );
}

function isPair(range: ExploreRange): range is readonly [number, number] {
  return Array.isArray(range);
}

async function answer<Axis extends string>(
  call: string,
  draw: Draw<Axis>,
  values: Record<Axis, number>,
): Promise<ExploredAnswer> {
  if (isAsync(draw)) {
    const newest = newestTensor();
    const drawn = await draw(values);
    const read = readAnswer(call, drawn);
    if (typeof drawn === 'string') return read;
    for (const made of [drawn].flat()) if (made.id > newest) made.dispose();
    return read;
  }
  let read: ExploredAnswer | undefined;
  tf.tidy(() => {
    read = readAnswer(call, draw(values));
  });
  if (read) return read;
  throw new GenAI101Error(`${call}: nothing was drawn.`);
}

/** Tensors made before an await must live after it, so an async function cannot be tidied. */
function isAsync(draw: (...args: never[]) => unknown): boolean {
  return draw.constructor.name === 'AsyncFunction';
}

/** Number of the newest tensor: those made later have a higher one. */
function newestTensor(): number {
  const probe = tf.scalar(0);
  probe.dispose();
  return probe.id;
}

function readAnswer(call: string, drawn: unknown): ExploredAnswer {
  return typeof drawn === 'string' ? { text: drawn } : { image: readImage(call, drawn) };
}

function readImage(call: string, drawn: unknown): ExploredImage {
  if (drawn instanceof Promise) {
    throw new GenAI101Error(`${call}: the function returned a promise; write \`async\` before it.`);
  }
  const first = Array.isArray(drawn) ? drawn[0] : drawn;
  const { width, height, channels, bytes } = readPicture(call, first);
  return { width, height, channels, pixels: bytes };
}
