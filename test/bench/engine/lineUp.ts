/** Who takes part: our engines, PyTorch, Keras, each with every number of threads. */
import path from 'node:path';
import { bundleProgram } from './bundle.ts';
import { Contender, type Launch } from './contender.ts';
import { findPeer, type PeerName } from './peers.ts';

const engineNames = ['portable', 'native', 'wasm', 'cpu'] as const;
export type ContenderName = (typeof engineNames)[number] | PeerName;

const server = path.join(import.meta.dirname, 'python/serve.py');

export interface LineUp {
  contenders: Contender[];
  /** Who is missing and why, in sentences. */
  missing: string[];
}

/** Starts those that are there. */
export async function lineUp(
  names: readonly ContenderName[],
  threads: readonly number[],
  node: string,
): Promise<LineUp> {
  const bundle = await bundleProgram('contender');
  const contenders = new Map<string, Contender>();
  const missing = new Set<string>();
  for (const name of names) {
    for (const count of isThreaded(name) ? threads : [1]) {
      const launch = isEngine(name) ? engine(name, count, node, bundle) : peer(name, count);
      if (typeof launch === 'string') {
        missing.add(launch);
        continue;
      }
      try {
        const contender = await Contender.start(launch);
        // An engine that has only one thread is not measured twice.
        if (contenders.has(contender.label)) contender.close();
        else contenders.set(contender.label, contender);
      } catch (error) {
        missing.add(error instanceof Error ? error.message : String(error));
      }
    }
  }
  return { contenders: [...contenders.values()], missing: [...missing] };
}

function engine(name: string, threads: number, node: string, bundle: string): Launch {
  return {
    name,
    threads,
    command: node,
    args: [bundle, name],
    env: { GENAI101_THREADS: String(threads), TF_NUM_INTRAOP_THREADS: String(threads) },
    slow: name === 'cpu',
  };
}

function peer(name: PeerName, threads: number): Launch | string {
  const python = findPeer(name);
  if (!python) return `${name}: “npm run bench:engine -- --peers” fetches it from PyPI`;
  return { name, threads, command: python, args: [server, name, String(threads)] };
}

function isEngine(name: ContenderName): name is (typeof engineNames)[number] {
  return engineNames.some((one) => one === name);
}

function isThreaded(name: ContenderName): boolean {
  return name !== 'cpu' && name !== 'wasm';
}
