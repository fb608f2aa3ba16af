/** Begin a name, let a network that learns right here go on, and look into its memory. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import { Chart } from '../../../src/webview/kit/chart.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { NAME_STEPS, nameLab } from './nameLab.ts';
import { NameList } from './nameList.tsx';
import { ALPHABET, LONGEST, probabilities } from './nameModel.ts';
import { ProbabilityBars } from './probabilityBars.tsx';
import { RecurrentNumbers } from './recurrentNumbers.tsx';
import { Unrolled } from './unrolled.tsx';

/** Letters a learner may type. */
const MOST_TYPED = 8;

export function Recurrent() {
  const saved = useSaved('recurrent', {
    start: 'lo',
    temperature: 0.8,
    seed: 1,
    steps: 0,
    selected: 2,
  });
  const ready = usePrepared(nameLab);
  const active = useSignal<string | undefined>(undefined);
  const version = ready?.trainer.version.value;
  const curve = useMemo(() => ready?.model.curve, [ready, version]);
  const { start, temperature, seed } = saved.value;
  const written = useMemo(() => {
    const name = ready?.model.write(start, temperature, new Random(seed));
    return { name, steps: name === undefined ? [] : ready?.model.read(name) };
  }, [ready, version, start, temperature, seed]);
  const { name, steps } = written;
  if (!ready || !curve || name === undefined || !steps) {
    return <p class="muted preparing">Inventing 1,560 names…</p>;
  }

  const { model, trainer, bigram } = ready;
  const selected = Math.min(saved.value.selected, steps.length - 1);
  const logits = steps[selected]?.logits ?? new Float32Array(27);
  return (
    <>
      <div class="bar">
        <label class="begin">
          Begin a name
          <input
            type="text"
            maxLength={MOST_TYPED}
            value={start}
            onInput={(event) => {
              const letters = event.currentTarget.value.toLowerCase().replaceAll(/[^a-z]/g, '');
              event.currentTarget.value = letters;
              change(saved, { start: letters.slice(0, MOST_TYPED), selected: letters.length });
            }}
          />
        </label>
        <button type="button" onClick={() => change(saved, { seed: seed + 1 })}>
          Write another
        </button>
        <Touch term="T" active={active} class="grow">
          <Slider
            label="Temperature T"
            min={0.1}
            max={3}
            value={temperature}
            onInput={(value) => change(saved, { temperature: value })}
          />
        </Touch>
        <Playback
          trainers={[trainer]}
          what="the recurrent network"
          saved={saved.peek().steps}
          onSteps={(done) => change(saved, { steps: done })}
        />
      </div>
      <Touch term="h" active={active}>
        <Unrolled
          steps={steps}
          typed={start.length}
          selected={selected}
          onSelect={(step) => change(saved, { selected: step })}
        />
      </Touch>
      <p class="reading">
        Each column is one step in time: the letter read (yours, or <em>written</em> by the network)
        and the memory after it, blue above zero, yellow below
        {name.length >= LONGEST && '; it is cut off here'}. After “{name.slice(0, selected) || '.'}”
        the network expects:
      </p>
      <Touch term="l" active={active}>
        <ProbabilityBars
          what="next letter"
          names={ALPHABET}
          odds={probabilities(logits, temperature)}
          others={probabilities(logits, 1)}
          marked={selected === name.length ? '.' : name[selected]}
        />
      </Touch>
      <ul class="keys">
        <li>
          <i class="key-box" style={{ '--key': 'var(--vscode-charts-blue)' }} /> at temperature{' '}
          {temperature.toFixed(2)}
        </li>
        <li>
          <i class="key-box outlined" /> at temperature 1
        </li>
        <li>
          <i class="key-box" style={{ '--key': 'var(--vscode-charts-green)' }} /> what came next
        </li>
      </ul>
      <NameList
        model={model}
        version={trainer.version.value}
        start={start}
        temperature={temperature}
        seed={seed}
      />
      <Chart
        label="Perplexity on names it never learned from"
        lines={[
          { name: 'recurrent network', data: curve, colour: 0 },
          {
            name: 'pairs of letters',
            data: { xs: [0, NAME_STEPS], ys: [bigram, bigram] },
            colour: 2,
            dashed: true,
          },
        ]}
        height={150}
        xLabel="step"
        yLabel="perplexity, letters"
      />
      <RecurrentNumbers
        steps={steps}
        selected={selected}
        temperature={temperature}
        active={active}
      />
    </>
  );
}
