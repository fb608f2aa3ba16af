/** Engine, seed and memory: what is worth knowing but not worth watching. */
import { isLive, type RunView } from '../../protocol/run.ts';
import { Canvas, type Draw } from '../kit/canvas.tsx';
import { formatBytes, plural } from '../kit/format.ts';
import { Icon } from '../kit/icons.tsx';
import { palette } from '../kit/theme.ts';
import { memoryTrend, offersNative, post } from './store.ts';

export function Details({ run }: { run: RunView }) {
  return (
    <section class="details" aria-label="Details">
      <MemoryGauge run={run} />
      <EngineLine run={run} />
      <p class="seed numbers">
        Seed <span title="The same script, seed and engine give the same numbers">{run.seed}</span>
      </p>
    </section>
  );
}

function EngineLine({ run: { engine } }: { run: RunView }) {
  if (!engine) return null;
  const threads = engine.threads > 1 ? `, ${engine.threads} threads` : '';
  return (
    <details>
      <summary title={engine.reason}>
        Engine {engine.name}
        <span class="muted">{threads}</span>
      </summary>
      <p class="muted">
        {engine.reason} TensorFlow.js {engine.version}.
      </p>
      {offersNative.value && (
        <button type="button" class="link" onClick={() => post({ type: 'installNative' })}>
          Install the native engine…
        </button>
      )}
    </details>
  );
}

function MemoryGauge({ run }: { run: RunView }) {
  if (!run.memory) return null;
  const { tensors, bytes } = run.memory;
  const leak = isLive(run) ? memoryTrend().leak() : undefined;
  return (
    <div class="memory numbers">
      <p>
        {plural(tensors, 'tensor')} <span class="muted">{formatBytes(bytes)}</span>
      </p>
      <Canvas class="trend" draw={drawTrend(tensors)} />
      {leak !== undefined && (
        <p class="leak">
          <Icon name="warning" />
          <span>
            {leak.toLocaleString('en-US')} more in the last seconds, and rising: each step keeps
            something. Wrap the step in tf.tidy, or dispose what it makes.
          </span>
        </p>
      )}
    </div>
  );
}

/** A new function for each count, so that the canvas is drawn again. */
function drawTrend(_latest: number): Draw {
  return ({ context, width, height }) => {
    const { samples } = memoryTrend();
    if (samples.length < 2) return;
    const counts = samples.map(({ tensors }) => tensors);
    const low = Math.min(...counts);
    const span = Math.max(1, Math.max(...counts) - low);
    context.beginPath();
    counts.forEach((count, i) => {
      const x = (i / (counts.length - 1)) * width;
      context.lineTo(x, height - 1.5 - ((count - low) / span) * (height - 3));
    });
    context.strokeStyle = palette().accent;
    context.lineWidth = 1.5;
    context.stroke();
  };
}
