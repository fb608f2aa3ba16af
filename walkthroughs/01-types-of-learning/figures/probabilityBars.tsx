/** Ten bars, one a digit: how probable the network finds each. */
interface Props {
  probabilities: ArrayLike<number>;
  guess: number;
}

export function ProbabilityBars({ probabilities, guess }: Props) {
  return (
    <div>
      <p class="verdict" aria-live="polite">
        The network says: <strong>{guess}</strong>
      </p>
      <ul class="probabilities" aria-label="Probability of each digit">
        {Array.from(probabilities, (probability, digit) => (
          <li key={digit} class={digit === guess ? 'guess' : ''}>
            <span>{digit}</span>
            <span class="track">
              <i class="part" style={{ width: `${100 * probability}%` }} />
            </span>
            <span class="numbers">{Math.round(100 * probability)} %</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
