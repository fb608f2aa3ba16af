import { describe, GenAI101Error } from './error.ts';
import { reporter } from './reporter.ts';
import { checkName, sampleStep } from './steps.ts';

/**
 * Shows a text in the Samples view, for example what a language model writes.
 * @param name what it is; texts of one name follow each other step by step
 * @throws GenAI101Error when `text` is not a string
 */
export function showText(name: string, text: string, options: { step?: number } = {}): void {
  const call = `showText('${checkName('showText', name)}', …)`;
  if (typeof text !== 'string') {
    throw new GenAI101Error(`${call}: expected a text, got ${describe(text)}.`);
  }
  reporter().sample({ type: 'text', name, step: sampleStep(call, name, options.step), text });
}
