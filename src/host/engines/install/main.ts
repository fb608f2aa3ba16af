/** The installer as the extension loads it: a bundle of its own, as most windows never need it. */
export { type InstallOptions, type InstallStep, install } from './install.ts';
export { type Measured, measure } from './measure.ts';
export { sourcesFor } from './sources.ts';
