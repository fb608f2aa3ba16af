/** Hold a network back by L1, L2 or dropout, as strongly as you like, while it trains beside a free one. */
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { HeldFigure } from './heldFigure.tsx';
import { HeldLab } from './heldLab.ts';
import { type Choice, isChoice, methods } from './methods.ts';

const choices: readonly Choice[] = ['L2', 'L1', 'dropout'];
let lab: HeldLab | undefined;

export function Regularization() {
  const saved = useSaved('regularization', {
    method: 'L2' as string,
    L1: methods.L1.usual,
    L2: methods.L2.usual,
    dropout: methods.dropout.usual,
    seed: 2,
    steps: 0,
  });
  const state = saved.value;
  const method = isChoice(state.method) && choices.includes(state.method) ? state.method : 'L2';
  const strength = method === 'noise' ? 0 : state[method];
  const ready = usePrepared(() => {
    lab ??= new HeldLab({ method, strength }, state.seed);
    return lab;
  });
  if (!ready) return <p class="muted preparing">Drawing points…</p>;

  const hold = (next: Choice, value: number) => {
    ready.held = { method: next, strength: value };
    if (ready.trainer.playing.value) ready.trainer.extend();
    else if (ready.trainer.step > 0) ready.trainer.play();
  };
  return (
    <HeldFigure
      lab={ready}
      choices={choices}
      method={method}
      strength={strength}
      saved={saved.peek().steps}
      onChoose={(next) => {
        // Both start anew: what another method has left in the weights would tell nothing of this one.
        change(saved, { method: next, steps: 0 });
        ready.trainer.reset();
        hold(next, next === 'noise' ? 0 : saved.peek()[next]);
        ready.trainer.play();
      }}
      onStrength={(value) => {
        change(saved, { [method]: value });
        hold(method, value);
      }}
      onResample={() => {
        const seed = (saved.peek().seed % 1000) + 1;
        change(saved, { seed, steps: 0 });
        ready.resample(seed);
        ready.trainer.play();
      }}
      onSteps={(steps) => change(saved, { steps })}
    />
  );
}
