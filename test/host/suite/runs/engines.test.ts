import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { EngineMeasurement } from '../../../../src/host/engines/measurement.ts';
import { root, Workshop } from './workshop.ts';

const short = ["import { log } from 'genai101';", 'log({ loss: 1 }, 0);'];
const endless = [...short, 'setInterval(() => log({ loss: 1 }), 20);'];
/** Longer than a measurement waits for another run to start. */
const quiet = 1200;

describe('The measurement of the engines', () => {
  const asked = process.env.GENAI101_NATIVE;
  let workshop: Workshop;
  let state: string;
  let measurement: EngineMeasurement;

  beforeEach(async () => {
    workshop = await Workshop.open();
    state = path.join(workshop.folder, 'engines');
    process.env.GENAI101_NATIVE = await damagedEngine(workshop.folder);
    measurement = new EngineMeasurement(
      { extensionUri: vscode.Uri.file(root) },
      workshop.runs,
      async () => ({ state }),
      { onDidChange: new vscode.EventEmitter<void>().event },
      300,
    );
  });

  afterEach(async () => {
    measurement.dispose();
    await workshop.close();
    if (asked === undefined) delete process.env.GENAI101_NATIVE;
    else process.env.GENAI101_NATIVE = asked;
  });

  it('begins after the first run, and keeps what it finds', async () => {
    await pause(quiet);
    assert.equal(existsSync(state), false, 'nothing has run yet');
    await workshop.run('first.mjs', short);
    // A draft stands beside it while it is written.
    const found = () =>
      existsSync(state) && readdirSync(state).find((name) => /\.json$/.test(name));
    await workshop.until(() => Boolean(found()), 20_000);
    const { probed } = JSON.parse(await readFile(path.join(state, found() || ''), 'utf8'));
    assert.deepEqual(probed, { works: false, why: 'its file is damaged' });
  });

  it('waits while anything trains', async () => {
    await workshop.run('first.mjs', short);
    const run = await workshop.runs.start({ file: await workshop.script('second.mjs', endless) });
    await pause(quiet);
    assert.equal(existsSync(state), false);
    await workshop.runs.stop(run.runId);
    await workshop.until(() => existsSync(state), 20_000);
  });
});

/** The folder of an engine that cannot be loaded, which is found out quickly. */
async function damagedEngine(parent: string): Promise<string> {
  const folder = path.join(parent, 'native');
  const lib = path.join(folder, 'lib/napi-v8');
  await mkdir(lib, { recursive: true });
  await writeFile(path.join(lib, 'tfjs_binding.node'), 'cut off');
  return folder;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
