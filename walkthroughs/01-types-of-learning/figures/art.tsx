/** Turn the noise dial: from a copy of a known ornament to something that nobody drew. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { ArtLab, LEVELS, MAX_DIAL } from './artLab.ts';
import { NoveltyChart } from './noveltyChart.tsx';

const terms: readonly Term[] = [
  { name: 'code', symbol: '\\mu', meaning: 'code of the known ornament you start from' },
  { name: 'dial', symbol: 's', meaning: 'noise dial: how far to go from it' },
  { name: 'chance', symbol: '\\varepsilon', meaning: 'direction, by chance: standard normal' },
  { name: 'image', symbol: '\\hat{x}', meaning: 'the new ornament' },
  { name: 'nearest', symbol: 'x_i', meaning: 'known ornaments; the nearest one counts' },
];

const tex = String.raw`\begin{aligned}
\term{image}{\hat{x}} &= \operatorname{decode}(\term{code}{\mu} + \term{dial}{s}\,\term{chance}{\varepsilon}) \\
&= \operatorname{decode}(\term{code}{\mu} + \term{dial}{\val{dial}}\,\term{chance}{\varepsilon}) \\
\text{novelty} &= \min_i \lVert \term{image}{\hat{x}} - \term{nearest}{x_i} \rVert = \val{distance}
\end{aligned}`;

const SOURCES = Array.from({ length: 10 }, (_, i) => i);
const COUNT = 20;
let prepared: { lab: ArtLab; trainer: Trainer; unseen: number } | undefined;

function prepare() {
  const lab = new ArtLab();
  return { lab, trainer: new Trainer(lab), unseen: lab.unseenDistance() };
}

export function Art() {
  const saved = useSaved('novel-art', { source: 0, dial: 1, seed: 1, selected: 0, steps: 0 });
  const ready = usePrepared(() => {
    prepared ??= prepare();
    return prepared;
  });
  const active = useSignal<string | undefined>(undefined);
  const version = ready?.trainer.version.value;
  const { source, dial, seed, selected } = saved.value;
  const curve = useMemo(() => ready?.lab.curve(source), [ready, version, source]);
  const drawn = useMemo(
    () => ready?.lab.imagine(source, dial, COUNT, seed),
    [ready, version, source, dial, seed],
  );
  const image = drawn?.[selected] ?? drawn?.[0];
  const neighbour = useMemo(() => image && ready?.lab.nearest(image), [image]);
  if (!ready || !curve || !drawn || !image || !neighbour) {
    return <p class="muted preparing">Drawing 800 ornaments…</p>;
  }
  const { lab, trainer, unseen } = ready;
  return (
    <>
      <div class="bar">
        <Touch term="dial" active={active} class="grow">
          <Slider
            label="Noise dial s"
            min={0}
            max={MAX_DIAL}
            value={dial}
            onInput={(value) => change(saved, { dial: value })}
          />
        </Touch>
        <Touch term="chance" active={active}>
          <button type="button" onClick={() => change(saved, { seed: seed + 1 })}>
            New noise
          </button>
        </Touch>
        <Playback
          trainers={[trainer]}
          what="the generator of ornaments"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <Touch term="code" active={active}>
        <fieldset class="digits">
          <legend>Start from a known ornament</legend>
          {SOURCES.map((index) => (
            <button
              key={index}
              type="button"
              class="pick"
              aria-label={`Ornament ${index + 1}`}
              aria-pressed={index === source}
              onClick={() => change(saved, { source: index })}
            >
              <Tile pixels={lab.known(index)} size={SIDE} />
            </button>
          ))}
        </fieldset>
      </Touch>
      <section
        class="strip hands"
        aria-label={`${COUNT} new ornaments; choosing one compares it below`}
      >
        {drawn.map((each, i) => (
          <button
            key={i}
            type="button"
            class="pick"
            aria-label={`New ornament ${i + 1}`}
            aria-pressed={i === selected}
            onClick={() => change(saved, { selected: i })}
          >
            <Tile pixels={each} size={SIDE} />
          </button>
        ))}
      </section>
      <div class="beside">
        <div class="compare">
          <Touch term="image" active={active}>
            <Tile pixels={image} size={SIDE} label="The new ornament chosen" />
            <p>new</p>
          </Touch>
          <Touch term="nearest" active={active}>
            <Tile
              pixels={lab.known(neighbour.index)}
              size={SIDE}
              label="The known one most like it"
            />
            <p>nearest of 800 known</p>
          </Touch>
          <p class="distance numbers" aria-live="polite">
            Distance <strong>{neighbour.distance.toFixed(2)}</strong>. A copy would have 0; real
            ornaments that it never saw have {unseen.toFixed(2)} on average. At dial 0 it copies the
            ornament you start from: badly while it is young, closer as it learns.
          </p>
        </div>
        <NoveltyChart curve={curve} dial={dial} unseen={unseen} />
      </div>
      <Formula
        tex={tex}
        values={{ dial: dial.toFixed(2), distance: neighbour.distance.toFixed(2) }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="Mean distance to the nearest known ornament"
        columns={['Noise dial s', 'Distance']}
        rows={curve.map((distance, i) => [(LEVELS[i] ?? 0).toFixed(1), distance.toFixed(2)])}
      />
    </>
  );
}
