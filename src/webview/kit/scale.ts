/** A slider's track, 0 to 1, and the values along it. */
export interface Scale {
  min: number;
  max: number;
  /** Equal distances are equal factors. Needs min > 0. */
  log?: boolean | undefined;
  integer?: boolean | undefined;
}

export function toFraction(scale: Scale, value: number): number {
  const { min, max } = scale;
  if (max <= min) return 0;
  const clamped = Math.min(max, Math.max(min, value));
  if (isLog(scale)) return Math.log(clamped / min) / Math.log(max / min);
  return (clamped - min) / (max - min);
}

export function fromFraction(scale: Scale, fraction: number): number {
  const { min, max } = scale;
  if (fraction <= 0) return bounded(scale, min);
  if (fraction >= 1) return bounded(scale, max);
  const value = isLog(scale) ? min * (max / min) ** fraction : min + (max - min) * fraction;
  return bounded(scale, roundTo(value, isLog(scale) ? value : max - min));
}

/** Within bounds, and whole where it must be. */
export function bounded(scale: Scale, value: number): number {
  const whole = scale.integer ? Math.round(value) : value;
  return Math.min(scale.max, Math.max(scale.min, whole));
}

/** Three significant digits of the size given: what a drag can mean. */
function roundTo(value: number, size: number): number {
  const digits = 2 - Math.floor(Math.log10(Math.abs(size) || 1));
  return Number(value.toFixed(Math.min(20, Math.max(0, digits))));
}

function isLog({ min, log }: Scale): boolean {
  return log === true && min > 0;
}
