import { post } from './store.ts';

/** Before the first run: one sentence, one way on. `reason` says why nothing can be run. */
export function Empty({ reason }: { reason: string | undefined }) {
  return (
    <div class="empty">
      <p>{reason ?? 'Run an example: this is where you watch it learn, curve by curve.'}</p>
      <button type="button" class="primary" onClick={() => post({ type: 'openExample' })}>
        Open an example
      </button>
    </div>
  );
}
