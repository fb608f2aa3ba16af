import assert from 'node:assert/strict';
import { dirtyHouses } from '../../../src/data/dirtyHouses.ts';
import { houses } from '../../../src/data/houses.ts';

describe('houses', () => {
  it('gives the same houses for the same seed, the first n of them whatever the count', () => {
    const { features, prices } = houses({ count: 50, seed: 3 });
    const more = houses({ count: 80, seed: 3 });
    assert.deepEqual(more.features.subarray(0, 200), features);
    assert.deepEqual(more.prices.subarray(0, 50), prices);
    assert.notDeepEqual(houses({ count: 50, seed: 4 }).features, features);
  });

  it('keeps every column within its range', () => {
    const { features } = houses({ count: 2000, seed: 1 });
    const ranges = [
      [25, 400],
      [1, 12],
      [0, 120],
      [150, 30_000],
    ] as const;
    features.forEach((value, i) => {
      const [least, most] = ranges[i % 4] ?? [0, 0];
      assert.ok(value >= least && value <= most, `column ${i % 4}: ${value}`);
    });
  });
});

describe('dirtyHouses', () => {
  const { rows, faults, columns } = dirtyHouses({ count: 500, seed: 1 });
  const cellsOf = (line: number) => rows.find((row) => row.line === line)?.cells ?? [];

  it('has about one faulty row in five, of every kind', () => {
    assert.ok(faults.length > 60 && faults.length < 140, `${faults.length}`);
    assert.equal(new Set(faults.map(({ kind }) => kind)).size, 5);
    assert.equal(new Set(faults.map(({ line }) => line)).size, faults.length);
  });

  it('writes rows of five numbers but for the faults it lists', () => {
    assert.equal(columns.length, 5);
    const unlisted = rows.filter(({ line }) => !faults.some((fault) => fault.line === line));
    assert.ok(unlisted.every(({ cells }) => cells.every((cell) => /^\d+$/.test(cell))));
  });

  it('copies whole rows from above, and puts no number where it says so', () => {
    for (const { line, kind, column = -1 } of faults) {
      const cells = cellsOf(line);
      if (kind === 'duplicate') {
        assert.ok(rows.some((row) => row.line < line && row.cells.join() === cells.join()));
      } else if (kind !== 'outlier') {
        assert.ok(cells[column] === '' || !/^\d+$/.test(cells[column] ?? ''), kind);
      }
    }
  });
});
