/** Augmentation on a curve: at each step the points are moved sideways a little, at random. */
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import type { Wave } from '../../../src/data/wave.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { HeldFigure } from './heldFigure.tsx';
import { HeldLab } from './heldLab.ts';
import { methods } from './methods.ts';

/** Copies of each point on show. */
const COPIES = 6;
let lab: HeldLab | undefined;

export function Augmentation() {
  const saved = useSaved('augmentation-remedy', {
    strength: methods.noise.usual,
    seed: 2,
    steps: 0,
  });
  const { strength, seed } = saved.value;
  const ready = usePrepared(() => {
    lab ??= new HeldLab({ method: 'noise', strength }, seed);
    return lab;
  });
  const ghosts = useMemo(() => ready && copies(ready.points, strength), [ready, seed, strength]);
  if (!ready || !ghosts) return <p class="muted preparing">Drawing points…</p>;
  return (
    <HeldFigure
      lab={ready}
      choices={['noise']}
      method="noise"
      strength={strength}
      ghosts={ghosts}
      saved={saved.peek().steps}
      onChoose={() => undefined}
      onStrength={(value) => {
        change(saved, { strength: value });
        ready.held = { method: 'noise', strength: value };
        if (ready.trainer.playing.value) ready.trainer.extend();
        else if (ready.trainer.step > 0) ready.trainer.play();
      }}
      onResample={() => {
        const next = (saved.peek().seed % 1000) + 1;
        change(saved, { seed: next, steps: 0 });
        ready.resample(next);
        ready.trainer.play();
      }}
      onSteps={(steps) => change(saved, { steps })}
    />
  );
}

/** The same dice for every strength, so that the copies spread out as the slider moves. */
function copies({ x, y }: Wave, strength: number): Pick<Wave, 'x' | 'y'> {
  const random = new Random(1);
  const index = (i: number) => Math.floor(i / COPIES);
  const size = { length: x.length * COPIES };
  return {
    x: Float32Array.from(size, (_, i) => (x[index(i)] ?? 0) + strength * random.normal()),
    y: Float32Array.from(size, (_, i) => y[index(i)] ?? 0),
  };
}
