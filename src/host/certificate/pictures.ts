/** The pictures of the learner's own runs, read from their folders. */
import path from 'node:path';
import type * as vscode from 'vscode';
import type { RunPicture } from '../../protocol/certificate.ts';
import type { ImagesRecord } from '../../protocol/record.ts';
import type { Run } from '../runs/run.ts';
import { withAddress } from '../views/sampleAddress.ts';
import { newestImages } from './newestImages.ts';

/** So many are shown to choose from; each run has a few at most, so that it is not all one run's. */
const most = 24;
const mostOfRun = 4;
/** Runs without pictures are read in vain; a learner may have hundreds. */
const mostRead = 60;

export class Pictures {
  readonly #webview: vscode.Webview;
  /** Of runs that report no more. */
  readonly #known = new Map<string, RunPicture[]>();

  constructor(webview: vscode.Webview) {
    this.#webview = webview;
  }

  /** @param runs newest first; the pictures are too */
  async of(runs: readonly Run[]): Promise<RunPicture[]> {
    const found: RunPicture[] = [];
    for (const run of runs.filter(hasEnded).slice(0, mostRead)) {
      if (found.length >= most) break;
      found.push(...(await this.#ofRun(run)));
    }
    return found.slice(0, most);
  }

  async #ofRun(run: Run): Promise<RunPicture[]> {
    const known = this.#known.get(run.runId);
    if (known) return known;
    const images = newestImages(await run.samples()).slice(0, mostOfRun);
    const pictures = images.flatMap((image) => toPicture(run, image, this.#webview));
    this.#known.set(run.runId, pictures);
    return pictures;
  }
}

/** A run that is being explored reports nothing new. */
function hasEnded({ head: { status } }: Run): boolean {
  return status !== 'starting' && status !== 'running';
}

function toPicture(run: Run, image: ImagesRecord, webview: vscode.Webview): RunPicture[] {
  const { name, step, width, height, columns, count } = image;
  const { title, script, seed } = run.head;
  const { uri } = withAddress(webview, run, image);
  if (!uri) return [];
  const id = `${run.runId} ${name}`;
  const file = path.basename(script);
  return [{ id, title, script: file, name, step, seed, width, height, columns, count, uri }];
}
