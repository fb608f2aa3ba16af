/** The recurrent network with its trainer: one for both figures that show it. */
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { bigramPerplexity, NameModel } from './nameModel.ts';

export const NAME_STEPS = 800;

interface NameLab {
  model: NameModel;
  trainer: Trainer;
  bigram: number;
}

let lab: NameLab | undefined;

/** What one figure trained, the other goes on with. */
export function nameLab(): NameLab {
  if (lab) return lab;
  const model = new NameModel();
  const trainer = new Trainer({
    train: () => model.learn(),
    reset: () => model.begin(),
    limit: NAME_STEPS,
  });
  lab = { model, trainer, bigram: bigramPerplexity() };
  return lab;
}
