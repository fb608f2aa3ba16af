/** What a language model wrote last. */
import { explored } from './store.ts';

export function ExploredText({ name }: { name: string }) {
  const text = explored.value?.name === name ? explored.value.text : undefined;
  if (text === undefined) return null;
  return (
    <figure class="explored" aria-live="polite" aria-label={`What the model writes: ${name}`}>
      <pre class="sample-text">{text}</pre>
    </figure>
  );
}
