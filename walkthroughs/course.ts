/** The chapters in order. */
import { chapter as typesOfLearning } from './01-types-of-learning/chapter.ts';
import { chapter as neuralNetworks } from './02-neural-networks/chapter.ts';
import { chapter as autoencoders } from './08-autoencoders/chapter.ts';

export const course = [typesOfLearning, neuralNetworks, autoencoders] as const;
