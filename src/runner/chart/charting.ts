/** Who gets what training is seen to do. */
export interface Charting {
  charted(values: Record<string, number>, step: number): void;
  progress(step: number, steps: number | undefined, label: string | undefined): void;
}
