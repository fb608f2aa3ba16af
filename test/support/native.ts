/** The native engine, where this checkout has one. */
import path from 'node:path';
import type { Context } from 'mocha';
import { findBinding } from '../../src/engine/native/find.ts';
import { probe } from '../../src/engine/native/probe/probe.ts';
import { skip } from './skip.ts';

/** Skips where there is none that works, with the reason. @returns its folder, and in it tfjs-node's compiled part */
export async function needNative(context: Context): Promise<{ folder: string; file: string }> {
  const file = findBinding();
  if (!file) return skip(context, 'no native engine here; “npm run engine:native” makes one');
  const probed = await probe(file);
  if (!probed.works) return skip(context, `the native engine does not work here: ${probed.why}`);
  return { folder: path.join(file, '../../..'), file };
}
