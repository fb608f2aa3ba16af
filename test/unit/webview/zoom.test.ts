import assert from 'node:assert/strict';
import { fitted, pan, place, zoomAbout } from '../../../src/webview/gallery/zoom.ts';

const pane = { width: 400, height: 300 };
const content = { width: 200, height: 100 };
const times = (factor: number) => ({
  width: content.width * factor,
  height: content.height * factor,
});

describe('zoom', () => {
  it('puts a picture smaller than the pane in its middle', () => {
    assert.deepEqual(place(fitted, content, pane), { left: 100, top: 100 });
  });

  it('keeps what is under the pointer where it is', () => {
    const before = zoomAbout(fitted, 8, content);
    const at = { x: 90, y: -40 };
    const after = zoomAbout(before, 2, times(8), at);
    const under = (zoom: typeof before, factor: number) => {
      const { left, top } = place(zoom, times(factor), pane);
      const size = times(factor);
      return [
        (pane.width / 2 + at.x - left) / size.width,
        (pane.height / 2 + at.y - top) / size.height,
      ];
    };
    const [x, y] = under(before, 8);
    const [x2, y2] = under(after, 16);
    assert.ok(Math.abs((x ?? 0) - (x2 ?? 0)) < 1e-9 && Math.abs((y ?? 0) - (y2 ?? 0)) < 1e-9);
  });

  it('never leaves a gap beside a picture larger than the pane', () => {
    let zoom = zoomAbout(fitted, 8, content);
    zoom = pan(zoom, 5000, 5000, times(8));
    assert.deepEqual(place(zoom, times(8), pane), { left: 0, top: 0 });
    zoom = pan(zoom, -9999, -9999, times(8));
    assert.deepEqual(place(zoom, times(8), pane), { left: 400 - 1600, top: 300 - 800 });
  });

  it('comes back to fitting exactly', () => {
    assert.deepEqual(
      zoomAbout(zoomAbout(fitted, 4, content, { x: 50, y: 0 }), 0.01, content),
      fitted,
    );
  });
});
