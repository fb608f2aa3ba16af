/** Lets the event loop turn now and then, so that Stop and sliders reach a script that trains in a tight loop. */

/** Milliseconds after which a turn is due. */
const DUE = 20;

const done = Promise.resolve();
let last = performance.now();

/** Resolves at once, or after one turn of the event loop when the last was more than 20 ms ago. */
export function turnWhenDue(): Promise<void> {
  const now = performance.now();
  if (now - last < DUE) return done;
  return new Promise((resolve) => {
    setImmediate(() => {
      last = performance.now();
      resolve();
    });
  });
}
