/** The measures of every chapter; each has a file of its own. */
import { autoencoders } from './autoencoders.ts';
import type { Measures } from './measure.ts';

export const measures: Measures = { ...autoencoders };
