/** Losses and rates on a logarithmic axis, which the charts draw as powers of ten. */

/** An axis from 10^low to 10^high, with a tick every other power. */
export function powersOfTen(label: string, low: number, high: number, every: number) {
  const count = Math.floor((high - low) / every) + 1;
  const ticks = Array.from({ length: count }, (_, i) => low + i * every);
  return { label, min: low, max: high, ticks, tickText: powerText };
}

function powerText(power: number): string {
  return power >= -3 && power <= 3 ? String(10 ** power) : `1e${power}`;
}

/** [step, log₁₀ of the value]; what is not positive and finite ends the line. */
export function logPoints(values: readonly number[], first = 0): (readonly [number, number])[] {
  const end = values.findIndex((value) => !(value > 0 && Number.isFinite(value)));
  return values
    .slice(0, end < 0 ? values.length : end)
    .map((value, i) => [i + first, Math.log10(value)] as const);
}

/** As many characters each time, whatever the size. */
export function lossText(loss: number): string {
  if (!Number.isFinite(loss)) return 'not a number any more';
  if (loss !== 0 && (loss < 0.001 || loss >= 1000)) return loss.toExponential(1).replace('e+', 'e');
  return loss.toFixed(3);
}
