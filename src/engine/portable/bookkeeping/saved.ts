import * as tf from '../../tf.ts';
import { PortableBackend } from '../backend.ts';
import type { Insides } from './insides.ts';

/** A tensor and the clone of it that is saved for the gradient of a kernel. */
type Link = [x: tf.Tensor, saved: tf.Tensor];

/**
 * What a kernel needs for its gradient is saved as clones. TensorFlow.js makes each clone by a kernel, and records it
 * on the tape, for the case that a gradient of the gradient is taken. Here it is recorded only when that happens:
 * when the gradient of something is begun while another one is under way.
 */
export function linkLate(engine: Insides): void {
  const { clone, startTape, endTape } = engine;
  let links: Link[] = [];

  engine.clone = function (x) {
    const backend = this.backendInstance;
    if (this.state.gradientDepth !== 1 || !(backend instanceof PortableBackend)) {
      return clone.call(this, x);
    }
    const saved = this.makeTensorFromTensorInfo(backend.share(x, x.shape));
    links.push([x, saved]);
    return saved;
  };

  engine.startTape = function () {
    if (this.state.gradientDepth > 0) {
      for (const [x, saved] of links) record(this, x, saved);
      links = [];
    }
    startTape.call(this);
  };

  engine.endTape = function () {
    endTape.call(this);
    if (this.state.gradientDepth === 0) links = [];
  };
}

/** The gradient of a clone is its own. */
function record(engine: Insides, x: tf.Tensor, saved: tf.Tensor): void {
  const gradient = (dy: tf.Tensor) => ({ x: () => tf.cast(dy, 'float32') });
  engine.addTapeNode('saved', { x }, [saved], gradient, [], {});
}
