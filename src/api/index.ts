/** The module 'genai101' that scripts import. */

export * as data from './data.ts';
export { GenAI101Error } from './error.ts';
export { type Draw, type ExploreRange, explore } from './explore.ts';
export { type Loggable, log } from './log.ts';
export * as metrics from './metrics/index.ts';
export type { Numbers } from './numbers.ts';
export { type ShowAudioOptions, showAudio } from './showAudio.ts';
export { type ShowCurveOptions, showCurve } from './showCurve.ts';
export { type ShowImagesOptions, showImages } from './showImages.ts';
export { type ShowMatrixOptions, showMatrix } from './showMatrix.ts';
export { type ShowPointsOptions, showPoints } from './showPoints.ts';
export { showText } from './showText.ts';
export { type Objective, type TrialsOptions, trials } from './trials.ts';
export { type TuneRange, tune } from './tune.ts';
