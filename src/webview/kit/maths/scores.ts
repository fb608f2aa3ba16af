/** How good a picture or a detector is. */

export function meanSquaredError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return sum / a.length;
}

/** Peak signal-to-noise ratio in dB, for values from 0 to 1. */
export function psnr(mse: number): number {
  return -10 * Math.log10(mse);
}

export interface Detection {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
}

/** What a threshold makes of the errors: at or above it is an alarm. */
export function detect(
  normal: ArrayLike<number>,
  anomalous: ArrayLike<number>,
  threshold: number,
): Detection {
  const alarms = (errors: ArrayLike<number>) =>
    Array.from(errors).filter((error) => error >= threshold).length;
  const truePositives = alarms(anomalous);
  const falsePositives = alarms(normal);
  return {
    truePositives,
    falsePositives,
    falseNegatives: anomalous.length - truePositives,
    trueNegatives: normal.length - falsePositives,
  };
}

/** Share of the alarms that are right; undefined without an alarm. */
export function precision({ truePositives, falsePositives }: Detection): number | undefined {
  const alarms = truePositives + falsePositives;
  return alarms === 0 ? undefined : truePositives / alarms;
}

/** Share of the anomalies that are found; undefined without an anomaly. */
export function recall({ truePositives, falseNegatives }: Detection): number | undefined {
  const anomalies = truePositives + falseNegatives;
  return anomalies === 0 ? undefined : truePositives / anomalies;
}

/** Share of the normal that raise an alarm; undefined without any. */
export function falseAlarmRate(detection: Detection): number | undefined {
  const normal = detection.falsePositives + detection.trueNegatives;
  return normal === 0 ? undefined : detection.falsePositives / normal;
}

/** [false alarm rate, recall] for every threshold, from none flagged to all. */
export function rocCurve(
  normal: ArrayLike<number>,
  anomalous: ArrayLike<number>,
): [number, number][] {
  const all = [...Array.from(normal), ...Array.from(anomalous)];
  const thresholds = [Number.POSITIVE_INFINITY, ...new Set(all.sort((a, b) => b - a))];
  return thresholds.map((threshold) => {
    const detection = detect(normal, anomalous, threshold);
    return [falseAlarmRate(detection) ?? 0, recall(detection) ?? 0];
  });
}

/** Area below the ROC curve: how often an anomaly has the larger error, ties counting half. */
export function areaUnderCurve(normal: ArrayLike<number>, anomalous: ArrayLike<number>): number {
  let wins = 0;
  for (const a of Array.from(anomalous)) {
    for (const n of Array.from(normal)) wins += a > n ? 1 : a === n ? 0.5 : 0;
  }
  return wins / (normal.length * anomalous.length);
}
