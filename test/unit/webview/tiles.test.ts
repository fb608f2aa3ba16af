import assert from 'node:assert/strict';
import { layoutTiles, tileAt, tilePosition } from '../../../src/webview/kit/samples/tiles.ts';

const grid = { width: 28, height: 28, columns: 8, count: 16 };

describe('tiles', () => {
  it('are whole device pixels wide, and so is each of their pixels from four device pixels on', () => {
    for (const ratio of [1, 1.5, 2]) {
      for (let width = 240; width < 1800; width += 7) {
        const { scale, tileWidth, width: used } = layoutTiles(grid, { width, ratio });
        const what = `width ${width}, ratio ${ratio}`;
        const device = scale * ratio;
        assert.ok(Math.abs(tileWidth * ratio - Math.round(tileWidth * ratio)) < 1e-9, what);
        if (device >= 4) assert.ok(Math.abs(device - Math.round(device)) < 1e-9, what);
        assert.ok(used <= width + 1e-9, what);
      }
    }
  });

  it('use the room there is, where a whole number would leave half of it empty', () => {
    const { width } = layoutTiles({ ...grid, count: 64 }, { width: 440, height: 440, ratio: 1 });
    assert.ok(width > 420, String(width));
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
