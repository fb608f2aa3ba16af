/** The way of one point through a network, step by step: input, forward layer by layer, loss, backward, update. */

export interface Pass {
  /** Layers whose activations are known. */
  reached: number;
  /** The lowest layer whose errors are known; the number of layers while none is. */
  returned: number;
  text: string;
  /** The neuron to look at. */
  look: { layer: number; unit: number };
}

/** 0 is the input; then each layer forward, the loss, each layer backward, the update. */
export function lastStage(layers: number): number {
  return 2 * layers + 2;
}

/** @param layers hidden ones and the output */
export function passAt(stage: number, layers: number): Pass {
  const none = { reached: 0, returned: layers, look: { layer: 0, unit: 0 } };
  if (stage === 0) {
    return {
      ...none,
      text: 'The point’s two coordinates are the input. Follow it: “Next in the pass”.',
    };
  }
  if (stage <= layers) {
    const isOutput = stage === layers;
    return {
      reached: stage,
      returned: layers,
      look: { layer: stage - 1, unit: 0 },
      text: isOutput
        ? 'Forward pass, output: the last neuron squeezes its sum between 0 and 1, the probability of class 1.'
        : `Forward pass, hidden layer ${stage}: each neuron adds up its weighted inputs and its bias, and applies the activation.`,
    };
  }
  return backAt(stage - layers - 1, layers);
}

/** 0 is the loss, then each layer from the output down, then the update. */
function backAt(stage: number, layers: number): Pass {
  const all = { reached: layers, look: { layer: layers - 1, unit: 0 } };
  if (stage === 0) {
    return {
      ...all,
      returned: layers,
      text: 'The loss compares the answer with the point’s class: −ln of the probability that the right class got.',
    };
  }
  if (stage > layers) {
    return {
      ...all,
      returned: 0,
      text: 'Every weight now knows its gradient. Training averages it over a batch of points, then moves each weight against it.',
    };
  }
  const layer = layers - stage;
  return {
    reached: layers,
    returned: layer,
    look: { layer, unit: 0 },
    text:
      stage === 1
        ? 'Backward pass, output: its error δ is answer minus class. Positive: the sum should have been smaller.'
        : `Backward pass, hidden layer ${layer + 1}: each neuron gets the errors above it, weighted by its edges, times the slope of its activation.`,
  };
}
