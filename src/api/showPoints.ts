import { GenAI101Error, shapeText } from './error.ts';
import { type Numbers, readNumbers } from './numbers.ts';
import { reporter } from './reporter.ts';
import { checkName, sampleStep } from './steps.ts';

export interface ShowPointsOptions {
  /** When; the step of the last `log` where it is left out. */
  step?: number;
  /** One class number a point, for its colour. */
  classes?: Numbers;
}

/**
 * Shows points in the plane in the Samples view, for example a latent space.
 *
 * ```ts
 * showPoints('latent space', encoder.predict(images), { classes: labels });
 * ```
 *
 * @param name what they are; points of one name follow each other step by step
 * @param points [n, 2]: x and y. Points that are not finite are left out. The tensor is read and left alone.
 * @throws GenAI101Error when the shape is not [n, 2], or points and classes differ in number
 */
export function showPoints(name: string, points: Numbers, options: ShowPointsOptions = {}): void {
  const call = `showPoints('${checkName('showPoints', name)}', …)`;
  const { shape, values } = readNumbers(call, 'points', points);
  if (shape.length !== 2 || shape[1] !== 2) {
    throw new GenAI101Error(`${call}: expected shape [n, 2], got ${shapeText(shape)}.`);
  }
  const classes = readClasses(call, options.classes, shape[0] ?? 0);
  const kept = pairs(values).map(([x, y], i) => ({ x, y, class: classes?.[i] }));
  const finite = kept.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  reporter().sample({
    type: 'points',
    name,
    step: sampleStep(call, name, options.step),
    points: finite.map(({ x, y }) => [x, y]),
    classes: classes && finite.map((point) => point.class ?? 0),
  });
}

function readClasses(
  call: string,
  classes: Numbers | undefined,
  count: number,
): number[] | undefined {
  if (classes === undefined) return undefined;
  const { values } = readNumbers(call, 'classes', classes);
  if (values.length === count) return Array.from(values);
  throw new GenAI101Error(`${call}: expected ${count} classes, one a point, got ${values.length}.`);
}

function pairs(values: ArrayLike<number>): [number, number][] {
  return Array.from({ length: values.length / 2 }, (_, i) => [
    values[2 * i] ?? Number.NaN,
    values[2 * i + 1] ?? Number.NaN,
  ]);
}
