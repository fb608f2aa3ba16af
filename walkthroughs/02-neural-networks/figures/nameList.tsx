/** Names that the network writes now, from the same beginning and the same chance. */

import { useMemo } from 'preact/hooks';
import { isLawful } from '../../../src/data/names.ts';
import { Random } from '../../../src/data/random.ts';
import { isKnown, type NameModel } from './nameModel.ts';

interface Props {
  model: NameModel;
  /** Rises as it learns. */
  version: number;
  start: string;
  temperature: number;
  seed: number;
}

const COUNT = 12;

export function NameList({ model, version, start, temperature, seed }: Props) {
  const written = useMemo(
    () =>
      Array.from({ length: COUNT }, (_, i) =>
        model.write(start, temperature, new Random(1000 * seed + i)),
      ),
    [model, version, start, temperature, seed],
  );
  const lawful = written.filter(isLawful).length;
  return (
    <section aria-label="Names written now">
      <ul class="names">
        {written.map((name, i) => (
          <li key={i} class={isKnown(name) ? 'muted' : ''}>
            {name || '(empty)'}
            {isKnown(name) && ' (known)'}
            {!isLawful(name) && (
              <span title="Its vowels do not agree, or its end does not answer its beginning">
                {' '}
                ✗
              </span>
            )}
          </li>
        ))}
      </ul>
      <p class="muted numbers">
        {lawful} of {COUNT} keep the rules of the training names: all vowels from e, i, y or all
        from a, o, u; one end a vowel, the other a consonant. Those marked ✗ do not.
      </p>
    </section>
  );
}
