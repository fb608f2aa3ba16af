/** Whose frames to look at. */
import { isLive } from '../../protocol/run.ts';
import { choiceKey } from './choices.ts';
import { choices, run, select, selected } from './store.ts';

export function Chooser() {
  const shown = run.value;
  return (
    <header class="chooser">
      <h1>
        {shown?.title}
        {shown && isLive(shown) && <span class="live">live</span>}
      </h1>
      <nav aria-label="Samples">
        {choices.value.map((choice) => {
          const current = selected.value && choiceKey(selected.value) === choiceKey(choice);
          return (
            <button
              key={choiceKey(choice)}
              type="button"
              class="tab"
              aria-current={current ? 'true' : undefined}
              onClick={() => select(choice)}
            >
              {choice.kind === 'explorer' ? `Explore: ${choice.name}` : choice.name}
            </button>
          );
        })}
      </nav>
    </header>
  );
}
