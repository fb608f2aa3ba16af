import assert from 'node:assert/strict';
import { layoutTiles, tileAt, tilePosition } from '../../../src/webview/kit/samples/tiles.ts';

const grid = { width: 28, height: 28, columns: 8, count: 16 };

describe('tiles', () => {
  it('are scaled by whole device pixels, so none is blurred', () => {
    for (const ratio of [1, 1.5, 2]) {
      for (let width = 240; width < 900; width += 7) {
        const { scale, width: used } = layoutTiles(grid, { width, ratio });
        const device = scale * ratio;
        assert.ok(Math.abs(device - Math.round(device)) < 1e-9, `width ${width}, ratio ${ratio}`);
        assert.ok(used <= width);
      }
    }
  });

  it('still fit where there is less than a pixel for each', () => {
    assert.ok(
      layoutTiles({ ...grid, width: 512, height: 512 }, { width: 200, ratio: 1 }).width <= 200,
    );
  });

  it('get a line for their labels where a label has room', () => {
    const labels = Array.from({ length: 16 }, (_, i) => String(i));
    assert.equal(layoutTiles({ ...grid, labels }, { width: 600, ratio: 1 }).caption > 0, true);
    assert.equal(layoutTiles({ ...grid, labels }, { width: 120, ratio: 1 }).caption, 0);
    assert.equal(layoutTiles(grid, { width: 600, ratio: 1 }).caption, 0);
  });

  it('are found under the pointer', () => {
    const layout = layoutTiles(grid, { width: 600, ratio: 1 });
    for (let index = 0; index < grid.count; index++) {
      const { x, y } = tilePosition(grid, layout, index);
      assert.equal(tileAt(grid, layout, x + 1, y + 1), index);
    }
    assert.equal(
      tileAt({ ...grid, count: 10 }, layout, layout.width - 1, layout.height - 1),
      undefined,
    );
    assert.equal(tileAt(grid, layout, -1, 5), undefined);
  });
});
