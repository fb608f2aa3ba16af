/** Drag a point through two latent planes, or through the one of the learner's own model. */
import { useSignal } from '@preact/signals';
import { change, useFigureHost, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { plainLab, variationalLab } from './latentLab.ts';
import { OwnModel, ownModels } from './ownModel.tsx';
import { type Labs, TwoPlanes } from './twoPlanes.tsx';

export function Latent() {
  const labs = usePrepared(() => ({ plain: plainLab(), variational: variationalLab() }));
  return labs ? <Planes labs={labs} /> : <p class="muted preparing">Drawing 1,800 digits…</p>;
}

function Planes({ labs }: { labs: Labs }) {
  const host = useFigureHost();
  const saved = useSaved('latent-space', {
    steps: 0,
    plain: [0, 0],
    variational: [0.4, 0.6],
    carpet: true,
    own: false,
    draw: 1,
  });
  const active = useSignal<string | undefined>(undefined);
  const { carpet, draw, plain, variational } = saved.value;
  const models = ownModels(host.runs.value);
  const own = saved.value.own && models.length > 0;
  return (
    <>
      <div class="bar">
        <fieldset class="switch">
          <legend class="spoken">What to explore</legend>
          <button type="button" aria-pressed={!own} onClick={() => change(saved, { own: false })}>
            Two small networks
          </button>
          <button
            type="button"
            aria-pressed={own}
            disabled={models.length === 0}
            title={
              models.length === 0
                ? 'Run latent-space.ts or variational-autoencoder.ts first; once trained, its model answers here'
                : 'The model that your own run trained'
            }
            onClick={() => change(saved, { own: true })}
          >
            Your model
          </button>
        </fieldset>
        {!own && (
          <>
            <label class="choice">
              <input
                type="checkbox"
                checked={carpet}
                onChange={(event) => change(saved, { carpet: event.currentTarget.checked })}
              />
              Show what every place decodes to
            </label>
            <Touch term="prior" active={active}>
              <button type="button" onClick={() => change(saved, { draw: draw + 1 })}>
                Draw random codes
              </button>
            </Touch>
            <Playback
              trainers={[labs.plain.trainer, labs.variational.trainer]}
              what="both autoencoders"
              saved={saved.peek().steps}
              onSteps={(steps) => change(saved, { steps })}
            />
          </>
        )}
      </div>
      {own ? (
        <OwnModel models={models} />
      ) : (
        <TwoPlanes
          labs={labs}
          positions={{ plain, variational }}
          carpet={carpet}
          draw={draw}
          active={active}
          onMove={(which, position) => change(saved, { [which]: [...position] })}
        />
      )}
    </>
  );
}
