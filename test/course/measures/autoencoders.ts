/** Chapter 08, from its pictures alone. */
import type { Judge } from '../judge.ts';
import { lastTiles, rowOfTiles } from '../pictures.ts';
import { psnr, psnrOfPrincipalComponents } from '../psnr.ts';
import { type Measures, percent } from './measure.ts';

/** As sure as a judge must be of a sample. */
const SURE = 0.8;

export const autoencoders: Measures = {
  autoencoder(run) {
    const tiles = lastTiles(run.folder, run.records, 'originals and copies');
    const half = tiles.count / 2;
    const originals = rowOfTiles(tiles, 0, half);
    const reached = psnr(originals, rowOfTiles(tiles, half, half));
    const linear = psnrOfPrincipalComponents(originals, 16);
    return {
      measure: `PSNR ${db(reached)}, PCA with 16 numbers ${db(linear)}`,
      reached: reached > linear,
    };
  },

  denoising(run) {
    const tiles = lastTiles(run.folder, run.records, 'noisy, cleaned, clean');
    const third = tiles.count / 3;
    const clean = rowOfTiles(tiles, 2 * third, third);
    const before = psnr(clean, rowOfTiles(tiles, 0, third));
    const after = psnr(clean, rowOfTiles(tiles, third, third));
    return { measure: `PSNR ${db(before)} → ${db(after)}`, reached: after > before + 6 };
  },

  'anomaly-detection'(run, { kinds }) {
    const ranking = lastTiles(run.folder, run.records, 'ranking');
    const auc = rocAuc(kinds.name(ranking.pixels).map(({ label }) => label === 1));
    return { measure: `ROC AUC ${auc.toFixed(3)}`, reached: auc >= 0.95 };
  },

  'latent-space'(run, { digits }) {
    const named = shareNamed(lastTiles(run.folder, run.records, 'map').pixels, digits);
    return {
      measure: `${percent(1 - named)} of the map are holes`,
      reached: named > 0.2 && named < 0.95,
    };
  },

  'variational-autoencoder'(run, { digits }) {
    const samples = lastTiles(run.folder, run.records, 'samples').pixels;
    const named = shareNamed(samples, digits);
    const kinds = new Set(digits.name(samples).map(({ label }) => label)).size;
    return {
      measure: `${percent(named)} of samples named, ${kinds} digits`,
      reached: named >= 0.85 && run.seconds <= 60,
    };
  },
};

function shareNamed(pixels: Float32Array, judge: Judge): number {
  const names = judge.name(pixels);
  return names.filter(({ confidence }) => confidence >= SURE).length / names.length;
}

/** How often a strange image stands before a normal one, in a ranking that has the strangest first. */
export function rocAuc(isStrange: boolean[]): number {
  const strange = isStrange.filter(Boolean).length;
  const normal = isStrange.length - strange;
  let [pairs, normalAfter] = [0, normal];
  for (const each of isStrange) {
    if (each) pairs += normalAfter;
    else normalAfter--;
  }
  return pairs / (strange * normal);
}

function db(value: number): string {
  return `${value.toFixed(1)} dB`;
}
