/** The pictures to choose from, or how to get one. */
import type { RunPicture } from '../../protocol/certificate.ts';
import { choose, picture, post, snapshot } from './store.ts';
import { pictureWords } from './words.ts';

export function Pictures() {
  const { pictures = [], suggestion } = snapshot.value ?? {};
  if (pictures.length > 0) return <Strip pictures={pictures} />;
  if (!suggestion) return null;
  const { example, title } = suggestion;
  return (
    <section class="no-picture" aria-label="Picture">
      <p>
        There is no picture on it yet: none of your runs has drawn one. <code>{title}</code> does,
        in less than a minute.
      </p>
      <button type="button" class="primary" onClick={() => post({ type: 'runExample', example })}>
        ▶ Run {title}
      </button>
      <button
        type="button"
        class="link"
        onClick={() => post({ type: 'open', what: 'example', name: example })}
      >
        Open it
      </button>
    </section>
  );
}

function Strip({ pictures }: { pictures: readonly RunPicture[] }) {
  return (
    <fieldset class="pictures">
      <legend>Picture of your own runs</legend>
      <div class="films">
        {pictures.map((each) => (
          <Film key={each.id} film={each} isChosen={each.id === picture.value?.id} />
        ))}
      </div>
    </fieldset>
  );
}

function Film({ film, isChosen }: { film: RunPicture; isChosen: boolean }) {
  const label = pictureWords(film).join(', ');
  return (
    <label class={isChosen ? 'film chosen' : 'film'} title={label}>
      <input
        type="radio"
        class="spoken"
        name="picture"
        aria-label={label}
        checked={isChosen}
        onChange={() => choose(film.id)}
      />
      <img src={film.uri} alt="" loading="lazy" />
      <span class="of">{film.title}</span>
      <span class="muted">{film.name}</span>
    </label>
  );
}
