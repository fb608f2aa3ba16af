/** How the learner looks at a picture: how large, and which part. Shared by frames side by side. */
export interface Zoom {
  /** 1 fits the pane. */
  factor: number;
  /** The part of the picture in the middle of the pane, 0 to 1 from its top left. */
  x: number;
  y: number;
}

export interface Box {
  width: number;
  height: number;
}

export const fitted: Zoom = { factor: 1, x: 0.5, y: 0.5 };

const largest = 64;

/** Scales about a point of the pane, given from its middle: what is under the pointer stays there. */
export function zoomAbout(zoom: Zoom, times: number, content: Box, at = { x: 0, y: 0 }): Zoom {
  const factor = Math.min(largest, Math.max(1, zoom.factor * times));
  const grown = factor / zoom.factor;
  return bounded({
    factor,
    x: zoom.x + (at.x / content.width) * (1 - 1 / grown),
    y: zoom.y + (at.y / content.height) * (1 - 1 / grown),
  });
}

/** Moves the picture by CSS pixels. */
export function pan(zoom: Zoom, dx: number, dy: number, content: Box): Zoom {
  return bounded({ ...zoom, x: zoom.x - dx / content.width, y: zoom.y - dy / content.height });
}

function bounded(zoom: Zoom): Zoom {
  if (zoom.factor === 1) return fitted;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return { ...zoom, x: clamp(zoom.x), y: clamp(zoom.y) };
}

/** Where the picture's top left corner goes: in the middle where it is smaller than the pane, never with a gap where it is larger. */
export function place(zoom: Zoom, content: Box, pane: Box): { left: number; top: number } {
  return {
    left: along(zoom.x, content.width, pane.width),
    top: along(zoom.y, content.height, pane.height),
  };
}

function along(middle: number, content: number, pane: number): number {
  if (content <= pane) return (pane - content) / 2;
  return Math.min(0, Math.max(pane - content, pane / 2 - middle * content));
}
