import type uPlot from 'uplot';

const moves: Record<string, (index: number, last: number) => number> = {
  ArrowLeft: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  PageUp: (index, last) => index - Math.ceil(last / 10),
  PageDown: (index, last) => index + Math.ceil(last / 10),
  Home: () => 0,
  End: (_index, last) => last,
};

/** Moves the crosshair by arrow, page, Home and End keys. */
export function moveCursor(self: uPlot, event: KeyboardEvent): void {
  const move = moves[event.key];
  const xs = self.data[0];
  if (!move || xs.length === 0) return;
  event.preventDefault();
  const last = xs.length - 1;
  const next = Math.min(last, Math.max(0, move(self.cursor.idx ?? last, last)));
  self.setCursor({ left: self.valToPos(xs[next] ?? 0, 'x'), top: 10 });
}
