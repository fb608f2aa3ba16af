/** Calls `redraw` at most once per `interval` however often it is asked to, and not while the page is hidden. */
export function createTicker(redraw: () => void, interval: number): () => void {
  let asked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = () => {
    timer = undefined;
    if (!asked || document.hidden) return;
    asked = false;
    redraw();
    timer = setTimeout(run, interval);
  };

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && timer === undefined) run();
  });

  return () => {
    asked = true;
    // A frame later at the earliest, so that what arrives together is drawn together.
    timer ??= setTimeout(run, 16);
  };
}
