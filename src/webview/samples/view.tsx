/** The newest sample of each name. */
import type { RunView } from '../../protocol/run.ts';
import { isLive } from '../../protocol/run.ts';
import type { Sample } from '../../protocol/views.ts';
import { formatNumber } from '../kit/format.ts';
import { SampleFigure } from '../kit/samples/sampleFigure.tsx';
import { useSize } from '../kit/useSize.ts';
import { loaded, post, run, samples } from './store.ts';

export function SamplesView() {
  const [ref, { width }] = useSize();
  const shown = run.value;
  return (
    <div class="samples" ref={ref}>
      {loaded.value && (!shown || samples.value.size === 0) && <Empty run={shown} />}
      {shown && <Explorers run={shown} />}
      {shown &&
        width > 0 &&
        [...samples.value.values()].map((sample) => (
          <SampleCard key={sample.name} runId={shown.runId} sample={sample} width={width} />
        ))}
    </div>
  );
}

function SampleCard({ runId, sample, width }: { runId: string; sample: Sample; width: number }) {
  const open = () => post({ type: 'openGallery', runId, name: sample.name });
  const opensByClick = sample.type === 'images' || sample.type === 'points';
  return (
    <section class="sample">
      <h2>
        <button type="button" class="link" title="Open in the gallery" onClick={open}>
          {sample.name}
        </button>
        <span class="muted numbers">step {formatNumber(sample.step)}</span>
      </h2>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the heading's button does the same by keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div class={opensByClick ? 'opens' : undefined} onClick={opensByClick ? open : undefined}>
        <SampleFigure sample={sample} width={width} maxHeight={360} />
      </div>
    </section>
  );
}

function Explorers({ run: { runId, status, explorers } }: { run: RunView }) {
  if (status !== 'exploring') return null;
  return explorers.map(({ name }) => (
    <button
      key={name}
      type="button"
      class="primary"
      onClick={() => post({ type: 'openGallery', runId, name })}
    >
      Explore the {name}
    </button>
  ));
}

function Empty({ run: shown }: { run: RunView | undefined }) {
  if (!shown) {
    return (
      <>
        <p>What a model makes while it learns appears here.</p>
        <button type="button" class="link" onClick={() => post({ type: 'openExample' })}>
          Open an example
        </button>
      </>
    );
  }
  return (
    <p class="muted">{isLive(shown) ? 'No samples yet.' : `${shown.title} showed no samples.`}</p>
  );
}
