import * as tf from '../../tf.ts';
import { stepInPlace } from './inPlace.ts';
import * as rules from './rules.ts';

/** Lets all optimizers step in place wherever the portable engine is the backend. */
export function speedUpOptimizers(): void {
  stepInPlace(tf.SGDOptimizer, rules.descent);
  stepInPlace(tf.MomentumOptimizer, rules.momentum);
  stepInPlace(tf.AdamOptimizer, rules.adam);
  stepInPlace(tf.AdamaxOptimizer, rules.adamax);
  stepInPlace(tf.RMSPropOptimizer, rules.rmsProp);
  stepInPlace(tf.AdagradOptimizer, rules.adagrad);
  stepInPlace(tf.AdadeltaOptimizer, rules.adadelta);
}
