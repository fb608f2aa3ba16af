/** From scores over weights to the mix, a row for each token. */
import { type Attended, words } from './attentionMaths.ts';

interface Props {
  /** Which token looks. */
  place: number;
  attended: Attended;
  /** One for each token. */
  values: readonly number[];
  isMasked: (token: number) => boolean;
}

export function Mix({ place, attended: { scores, weights, mixed }, values, isMasked }: Props) {
  return (
    <table class="mix numbers">
      <caption>Where “{words[place]}” looks, and what it gets</caption>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">Score</th>
          <th scope="col" colSpan={2}>
            Weight
          </th>
          <th scope="col">× value</th>
        </tr>
      </thead>
      <tbody>
        {words.map((word, i) => {
          const weight = weights[i] ?? 0;
          return (
            <tr key={word} class={isMasked(i) ? 'hidden-token' : ''}>
              <th scope="row">{word}</th>
              <td>{isMasked(i) ? 'masked' : (scores[i] ?? 0).toFixed(2)}</td>
              <td class="weight">
                <meter min={0} max={1} value={weight} aria-label={`Weight of ${word}`} />
              </td>
              <td>{(100 * weight).toFixed(0)} %</td>
              <td>{(weight * (values[i] ?? 0)).toFixed(2)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            Sum: what “{words[place]}” gets
          </th>
          <td>{mixed.toFixed(2)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
