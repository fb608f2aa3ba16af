import assert from 'node:assert/strict';
import { itemsInSight, scrollTo } from '../../../src/webview/gallery/virtual.ts';

describe('virtual list', () => {
  it('holds what is in sight and a little more, however long the list', () => {
    assert.deepEqual(itemsInSight(7600, 760, 76, 5000, 3), { first: 97, end: 113 });
    assert.deepEqual(itemsInSight(0, 760, 76, 5, 3), { first: 0, end: 5 });
    assert.deepEqual(itemsInSight(0, 760, 76, 0), { first: 0, end: 0 });
  });

  it('never shows nothing when the list got shorter', () => {
    const { first, end } = itemsInSight(99_999, 760, 76, 10);
    assert.ok(first <= 10 && end === 10);
  });

  it('brings any item into sight', () => {
    for (let index = 0; index < 1000; index++) {
      const scroll = scrollTo(index, 30_000, 760, 76, 1000);
      assert.ok(index * 76 >= scroll && (index + 1) * 76 <= scroll + 760, `item ${index}`);
      assert.ok(scroll >= 0 && scroll <= 76_000 - 760);
    }
  });

  it('does not move when the item is in sight already', () => {
    assert.equal(scrollTo(104, 7600, 760, 76, 1000), 7600);
  });
});
