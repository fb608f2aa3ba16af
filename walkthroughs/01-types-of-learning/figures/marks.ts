/** One shape a class, so that classes differ without colour too. */
type Context = CanvasRenderingContext2D;

/** Corners of each shape on the unit circle, by angle in turns; none for a disc. */
const shapes: readonly (readonly number[])[] = [
  [],
  [0.125, 0.375, 0.625, 0.875],
  [0.75, 0.083, 0.417],
  [0, 0.25, 0.5, 0.75],
  [0.25, 0.583, 0.917],
];

/** Filled in the context's colour; what has no class yet (−1) is a small disc. */
export function drawMark(
  context: Context,
  [x, y]: readonly [number, number],
  radius: number,
  kind: number,
): void {
  const corners = shapes[Math.max(0, kind) % shapes.length] ?? [];
  const size = kind < 0 ? 0.8 * radius : corners.length > 0 ? 1.3 * radius : radius;
  context.beginPath();
  if (corners.length === 0) context.arc(x, y, size, 0, 2 * Math.PI);
  for (const turn of corners) {
    const angle = 2 * Math.PI * turn;
    context.lineTo(x + size * Math.cos(angle), y + size * Math.sin(angle));
  }
  context.closePath();
  context.fill();
}
