/** Numbers as people read them. */

/** 12 → '12 s', 75 → '1 min 15 s', 4000 → '1 h 7 min'. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '–';
  if (seconds < 1) return 'less than 1 s';
  if (seconds < 10) return `${Number(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return withRest(minutes, 'min', whole % 60, 's');
  const all = Math.round(whole / 60);
  return withRest(Math.floor(all / 60), 'h', all % 60, 'min');
}

function withRest(count: number, unit: string, rest: number, restUnit: string): string {
  return rest === 0 ? `${count} ${unit}` : `${count} ${unit} ${rest} ${restUnit}`;
}

/** Time left changes with every step and is only a guess, so it is one short number. */
export function formatTimeLeft(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '';
  if (seconds < 1) return 'almost done';
  if (seconds < 100) return `${Math.round(seconds)} s left`;
  return `${formatDuration(Math.round(seconds / 60) * 60)} left`;
}

/** Made once: to make one takes longer than to use it. */
const whole = new Intl.NumberFormat('en-US');
const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Four significant digits, without noise: 0.05213, 1.2e-7, 12 345. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return tidyExponent(value.toExponential(2));
  if (Number.isInteger(value)) return whole.format(value);
  if (size >= 1000) return tenths.format(value);
  return String(Number(value.toPrecision(4)));
}

/** As short as an axis needs: '0.05', '2k', '1e-5'. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) return tidyExponent(value.toExponential(1));
  if (size >= 1000) return `${Number((value / 1000).toPrecision(4))}k`;
  return String(Number(value.toPrecision(6)));
}

function tidyExponent(text: string): string {
  return text.replace(/\.?0+e/, 'e').replace('e+', 'e');
}

export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}
