import type { RunView } from '../../protocol/run.ts';
import { post } from './store.ts';

/** Why a run failed, and the way to the line. */
export function Failure({ run }: { run: RunView }) {
  const { error } = run;
  if (run.status !== 'failed' || !error) return null;
  const file = error.file?.split(/[\\/]/).at(-1);
  const place = error.line === undefined ? file : `${file ?? 'the script'}, line ${error.line}`;
  return (
    <section class="failure" role="alert" aria-label="Error">
      <p>{error.message}</p>
      {place && (
        <button
          type="button"
          class="link"
          onClick={() => post({ type: 'openScript', runId: run.runId })}
        >
          Go to {place}
        </button>
      )}
    </section>
  );
}
