import { showProblem } from '../problem.ts';
import type { Messages } from './incoming.ts';

/** Calls `receive` with what passes as a message of that page, in order. The checks are loaded with the first. */
export function receiver<Page extends keyof Messages>(
  page: Page,
  receive: (message: Messages[Page]) => void,
): (value: unknown) => void {
  return (value) => {
    import('./incoming.ts')
      .then(({ check }) => {
        const message = check(page, value);
        if (message) receive(message);
      })
      .catch(showProblem);
  };
}
