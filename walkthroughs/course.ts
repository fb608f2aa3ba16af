/** The chapters in order. */
import { chapter as typesOfLearning } from './01-types-of-learning/chapter.ts';
import { chapter as autoencoders } from './08-autoencoders/chapter.ts';

export const course = [typesOfLearning, autoencoders] as const;
