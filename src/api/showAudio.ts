import { describe, GenAI101Error, shapeText } from './error.ts';
import { type Numbers, readNumbers } from './numbers.ts';
import { reporter } from './reporter.ts';
import { checkName, sampleStep } from './steps.ts';

export interface ShowAudioOptions {
  /** When; the step of the last `log` where it is left out. */
  step?: number;
  /** Samples a second; 22,050 where it is left out. */
  sampleRate?: number;
}

/**
 * Puts a sound to listen to in the Samples view.
 * @param sound [n] samples from −1 to 1, clipped. The tensor is read and left alone.
 * @throws GenAI101Error when the shape is not [n], or the sample rate is none a player knows (1,000 to 192,000)
 */
export function showAudio(name: string, sound: Numbers, options: ShowAudioOptions = {}): void {
  const call = `showAudio('${checkName('showAudio', name)}', …)`;
  const { shape, values } = readNumbers(call, 'sound', sound);
  if (shape.length !== 1 || values.length === 0) {
    throw new GenAI101Error(`${call}: expected shape [n], got ${shapeText(shape)}.`);
  }
  const { sampleRate = 22_050 } = options;
  if (!Number.isInteger(sampleRate) || sampleRate < 1000 || sampleRate > 192_000) {
    throw new GenAI101Error(
      `${call}: expected a sample rate from 1000 to 192000, got ${describe(sampleRate)}.`,
    );
  }
  const step = sampleStep(call, name, options.step);
  const samples = Float32Array.from(values, clip);
  reporter().sample({ type: 'audio', name, step, sampleRate, samples });
}

function clip(value: number): number {
  return Number.isNaN(value) ? 0 : Math.min(1, Math.max(-1, value));
}
