import assert from 'node:assert/strict';
import { groupMetrics } from '../../../src/webview/training/grouping.ts';

const shape = (...names: string[]) =>
  groupMetrics(names).map(({ name, members }) => [
    name,
    ...members.map((one) => (one.validation ? `${one.name} (validation)` : one.name)),
  ]);

describe('groups of metrics', () => {
  it('puts training and validation of the same quantity on one axis, training first', () => {
    assert.deepEqual(shape('val_loss', 'loss', 'acc', 'val_acc'), [
      ['loss', 'loss', 'val_loss (validation)'],
      ['accuracy', 'acc', 'val_acc (validation)'],
    ]);
  });

  it('knows the spellings people use', () => {
    for (const name of [
      'valLoss',
      'validationLoss',
      'val/loss',
      'loss_val',
      'test loss',
      'evalLoss',
    ]) {
      assert.deepEqual(shape('loss', name), [['loss', 'loss', `${name} (validation)`]], name);
    }
    assert.deepEqual(shape('train/loss', 'val/loss'), [
      ['loss', 'train/loss', 'val/loss (validation)'],
    ]);
    assert.deepEqual(shape('trainLoss', 'valLoss'), [
      ['loss', 'trainLoss', 'valLoss (validation)'],
    ]);
  });

  it('keeps other quantities apart, however alike their names', () => {
    assert.deepEqual(
      shape('generatorLoss', 'discriminatorLoss', 'value', 'evaluation', 'training'),
      [
        ['generatorLoss', 'generatorLoss'],
        ['discriminatorLoss', 'discriminatorLoss'],
        ['value', 'value'],
        ['evaluation', 'evaluation'],
        ['training', 'training'],
      ],
    );
  });

  it('shows the loss first, then what is measured on both kinds of data', () => {
    assert.deepEqual(
      shape('kl', 'accuracy', 'val_accuracy', 'loss').map(([name]) => name),
      ['loss', 'accuracy', 'kl'],
    );
  });
});
