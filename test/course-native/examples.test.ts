import assert from 'node:assert/strict';
import type { RunRecord } from '../../src/protocol/record.ts';
import { examples } from '../course/examples.ts';
import { lastRecord, run } from '../runner/runner.ts';
import { needNative } from '../support/native.ts';

/** Sums are added up in another order. What comes later differs more: training enlarges it. */
const TOLERANCE = 0.01;

describe('the example scripts on the native engine', () => {
  before(async function () {
    await needNative(this);
  });

  for (const { name, file } of examples) {
    it(`train for an epoch and start with the numbers of the portable one: ${name}.ts`, async () => {
      const [portable, native] = [await train(file, 'portable'), await train(file, 'native')];
      const [expected, actual] = [firstValues(portable), firstValues(native)];
      assert.deepEqual([...actual.keys()], [...expected.keys()]);
      for (const [metric, value] of expected) {
        const error = Math.abs((actual.get(metric) ?? Number.NaN) - value);
        assert.ok(error <= TOLERANCE * Math.abs(value), `${metric}: off by ${error} from ${value}`);
      }
    });
  }
});

async function train(file: string, engine: string): Promise<RunRecord[]> {
  const ended = await run(file, { epochs: 1, explore: false, engine });
  const started = ended.messages.find((message) => message.type === 'started');
  assert.equal(started?.type === 'started' && started.engine.name, engine);
  assert.equal(lastRecord(ended).type, 'done', ended.stderr);
  return ended.records;
}

/** Of each metric in the first record of any: after one step. */
function firstValues(records: RunRecord[]): Map<string, number> {
  const first = records.find((record) => record.type === 'metrics');
  assert.ok(first?.type === 'metrics');
  return new Map(Object.entries(first.values).map(([name, value]) => [name, Number(value)]));
}
