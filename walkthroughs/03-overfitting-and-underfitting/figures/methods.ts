/** What each way of holding a network back is called, how far its strength goes, and its formula. */
import type { Term } from '../../../src/webview/kit/formula.tsx';
import type { Scale } from '../../../src/webview/kit/scale.ts';
import type { Method } from './regressor.ts';

export type Choice = Exclude<Method, 'none'>;

interface Description {
  slider: string;
  scale: Scale;
  /** Where the slider starts. */
  usual: number;
  tex: string;
  terms: readonly Term[];
}

const fitTerm: Term = {
  name: 'fit',
  symbol: '\\mathrm{MSE}',
  meaning: 'mean squared error on the points it learns from',
};
const strengthTerm: Term = {
  name: 'strength',
  symbol: '\\lambda',
  meaning: 'strength of the penalty',
};

export const methods: Record<Choice, Description> = {
  L2: {
    slider: 'Strength λ of L2',
    scale: { min: 1e-4, max: 0.1, log: true },
    usual: 0.01,
    tex: String.raw`\mathcal{L} = \term{fit}{\mathrm{MSE}} + \term{strength}{\lambda} \term{penalty}{\sum_j w_j^2} = \term{fit}{\val{fit}} + \term{strength}{\val{strength}} \cdot \term{penalty}{\val{sum}}`,
    terms: [
      fitTerm,
      strengthTerm,
      { name: 'penalty', symbol: '\\sum w_j^2', meaning: 'all weights, squared; its slope is 2w' },
    ],
  },
  L1: {
    slider: 'Strength λ of L1',
    scale: { min: 1e-4, max: 0.1, log: true },
    usual: 0.003,
    tex: String.raw`\mathcal{L} = \term{fit}{\mathrm{MSE}} + \term{strength}{\lambda} \term{penalty}{\sum_j |w_j|} = \term{fit}{\val{fit}} + \term{strength}{\val{strength}} \cdot \term{penalty}{\val{sum}}`,
    terms: [
      fitTerm,
      strengthTerm,
      {
        name: 'penalty',
        symbol: '\\sum |w_j|',
        meaning: 'sizes of all weights; its slope is 1 or −1',
      },
    ],
  },
  dropout: {
    slider: 'Share p of units dropped',
    scale: { min: 0, max: 0.8 },
    usual: 0.3,
    tex: String.raw`\begin{aligned} h_i' &= \frac{\term{mask}{m_i}}{1 - \term{strength}{p}}\, h_i = \frac{\term{mask}{m_i}}{\val{keep}}\, h_i \\ \term{mask}{m_i} &= \begin{cases} 0 & \text{with probability } \term{strength}{\val{strength}} \\ 1 & \text{otherwise} \end{cases} \end{aligned}`,
    terms: [
      { name: 'strength', symbol: 'p', meaning: 'share of the hidden units switched off' },
      { name: 'mask', symbol: 'm_i', meaning: 'drawn anew for each unit, point and step' },
      {
        name: 'unit',
        symbol: "h_i, h_i'",
        meaning: 'a unit’s output, and what the next layer gets',
      },
    ],
  },
  noise: {
    slider: 'Shift σ of the points',
    scale: { min: 0, max: 0.5 },
    usual: 0.12,
    tex: String.raw`\begin{aligned} \mathcal{L} &= \frac{1}{n} \sum_{i=1}^{n} \bigl(\term{answer}{y_i} - f(x_i + \term{strength}{\sigma}\,\term{dice}{\varepsilon_i})\bigr)^2 \\ \term{strength}{\sigma} &= \term{strength}{\val{strength}} \end{aligned}`,
    terms: [
      {
        name: 'strength',
        symbol: '\\sigma',
        meaning: 'how far a point is moved sideways, typically',
      },
      { name: 'dice', symbol: '\\varepsilon_i', meaning: 'standard normal, new at every step' },
      { name: 'answer', symbol: 'y_i', meaning: 'the answer: it stays what it was' },
    ],
  },
};

export function isChoice(name: string): name is Choice {
  return name in methods;
}
