import { cnn } from './cnn.ts';
import { dcgan } from './dcgan.ts';
import { gpt } from './gpt.ts';
import { mlp } from './mlp.ts';
import { gru, lstm } from './recurrent.ts';
import { tiny } from './tiny.ts';
import { unet } from './unet.ts';
import { vae } from './vae.ts';
import type { MakeWorkload } from './workload.ts';

/** What the engines are measured with, in the table's order. */
export const workloads: Readonly<Record<string, MakeWorkload>> = {
  mlp,
  cnn,
  dcgan,
  lstm,
  gru,
  gpt,
  tiny,
  unet,
  vae,
};
