/** What the Samples view knows: the newest sample of each name, in the order in which the names first appeared. */
import { batch, signal } from '@preact/signals';
import type { RunView } from '../../protocol/run.ts';
import type { HostToSamples, Sample, SamplesToHost } from '../../protocol/views.ts';
import { connect } from '../kit/vscode.ts';

export const loaded = signal(false);
export const run = signal<RunView>();
export const samples = signal<ReadonlyMap<string, Sample>>(new Map());

const host = connect<HostToSamples, SamplesToHost>((message) => batch(() => receive(message)));

export function post(message: SamplesToHost): void {
  host.post(message);
}

function receive(message: HostToSamples): void {
  switch (message.type) {
    case 'snapshot':
      run.value = message.run;
      samples.value = new Map(message.samples.map((sample) => [sample.name, sample]));
      loaded.value = true;
      break;
    case 'run':
      if (!run.value || run.value.runId === message.run.runId) run.value = message.run;
      break;
    case 'sample':
      if (message.runId !== run.value?.runId) break;
      samples.value = new Map(samples.value).set(message.sample.name, message.sample);
      break;
  }
}
