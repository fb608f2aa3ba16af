/** What keeps dreamed pictures readable: an empty frame, soft strokes, a price on roughness. Many pictures at once. */

/** Empty pixels around a digit. */
const MARGIN = 2;

/** Zero outside of the middle. */
export function frame(pictures: Float32Array, side: number): Float32Array {
  return pictures.map((grey, i) => {
    const [x, y] = [i % side, Math.floor(i / side) % side];
    const inside = Math.min(x, y) >= MARGIN && Math.max(x, y) < side - MARGIN;
    return inside ? grey : 0;
  });
}

/** Each pixel becomes mostly itself and a little of its four neighbours; outside of a picture is nothing. */
export function soften(pictures: Float32Array, side: number): Float32Array {
  return pictures.map((grey, i) => {
    const [x, y] = [i % side, Math.floor(i / side) % side];
    const left = x > 0 ? (pictures[i - 1] as number) : 0;
    const right = x < side - 1 ? (pictures[i + 1] as number) : 0;
    const above = y > 0 ? (pictures[i - side] as number) : 0;
    const below = y < side - 1 ? (pictures[i + side] as number) : 0;
    return 0.5 * grey + 0.125 * (left + right + above + below);
  });
}

/** Σ |difference| of neighbouring pixels (total variation, Rudin, Osher & Fatemi 1992). */
export function roughness(picture: Float32Array, side: number): number {
  let sum = 0;
  forNeighbours(picture, side, (_a, _b, difference) => {
    sum += Math.abs(difference);
  });
  return sum;
}

/** Its derivative with respect to each pixel. */
export function roughnessSlope(pictures: Float32Array, side: number): Float32Array {
  const slope = new Float32Array(pictures.length);
  forNeighbours(pictures, side, (a, b, difference) => {
    const sign = Math.sign(difference);
    slope[a] = (slope[a] as number) - sign;
    slope[b] = (slope[b] as number) + sign;
  });
  return slope;
}

/** Each pair of pixels beside or above each other, with the second minus the first. */
function forNeighbours(
  pictures: Float32Array,
  side: number,
  act: (a: number, b: number, difference: number) => void,
): void {
  for (let i = 0; i < pictures.length; i++) {
    const [x, y] = [i % side, Math.floor(i / side) % side];
    if (x < side - 1) act(i, i + 1, (pictures[i + 1] as number) - (pictures[i] as number));
    if (y < side - 1) act(i, i + side, (pictures[i + side] as number) - (pictures[i] as number));
  }
}
