/** The error of each method as a bar; of dropping, the rows that are left. */
import { type Method, ROWS, type Scores } from './missingLab.ts';

interface Props {
  scores: readonly (Scores & { method: Method })[];
  method: Method;
}

/** Standard deviations: as far off as a bar can show. */
const WORST = 2;

export function MethodBars({ scores, method }: Props) {
  return (
    <section class="method-bars" aria-label="Error of each method, in standard deviations">
      <h3>Error of the filled cells, in σ</h3>
      {scores.map(({ method: name, rows, error }) => (
        <div key={name} class={`method-bar ${name === method ? 'chosen' : ''}`}>
          <span>{name}</span>
          <span class="track">
            <span
              class="part"
              style={{ width: `${(100 * Math.min(WORST, error ?? 0)) / WORST}%` }}
            />
          </span>
          <span class="numbers">
            {name === 'drop' ? `${rows} of ${ROWS} rows left` : (error?.toFixed(2) ?? '–')}
          </span>
        </div>
      ))}
    </section>
  );
}
