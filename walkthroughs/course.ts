/** The chapters in order. */
import { chapter as autoencoders } from './08-autoencoders/chapter.ts';

export const course = [autoencoders] as const;
