/** Choose a network, watch it bend the plane, and follow one point forward and backward through it. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Chart } from '../../../src/webview/kit/chart.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Touch } from '../../../src/webview/kit/formula.tsx';
import type { Activation } from '../../../src/webview/kit/network/dense.ts';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { DecisionPlane } from './decisionPlane.tsx';
import { NetworkDiagram } from './networkDiagram.tsx';
import { lastStage, passAt } from './passes.ts';
import { Numbers } from './passNumbers.tsx';
import {
  dataSets,
  MOST_LAYERS,
  MOST_UNITS,
  PerceptronModel,
  type Shape,
} from './perceptronModel.ts';
import { trace } from './trace.ts';

const activations = { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoid', linear: 'none' };
const initial = {
  data: 'spirals',
  layers: 2,
  units: 6,
  activation: 'relu',
  rate: 0.01,
  steps: 0,
  point: [0.5, 0.2],
  target: 1,
  stage: 3, // all activations known
  layer: 0,
  unit: 0,
};

let lab: { model: PerceptronModel; trainer: Trainer } | undefined;

function createLab(shape: Shape, rate: number) {
  const model = new PerceptronModel(shape, rate);
  const trainer = new Trainer({
    train: () => model.learn(),
    reset: () => model.begin(),
    limit: 4000,
    mostPerFrame: 5,
  });
  return { model, trainer };
}

export function Perceptron() {
  const saved = useSaved('perceptron', initial);
  const active = useSignal<string | undefined>(undefined);
  const { rate, point, target } = saved.value;
  lab ??= createLab(shapeOf(saved.peek()), rate);
  const { model, trainer } = lab;
  const version = trainer.version.value;
  const learned = useMemo(
    () => ({ map: model.map(), losses: model.losses, accuracy: model.testAccuracy() }),
    [model, version],
  );

  const reshape = (part: Partial<typeof initial>) => {
    const layers = part.layers ?? saved.peek().layers;
    change(saved, { ...part, steps: 0, stage: layers + 1, layer: 0, unit: 0 });
    model.reshape(shapeOf(saved.value));
    trainer.reset();
    trainer.play();
  };
  const [x = 0, y = 0] = point;
  const traced = trace(model.layers, [x, y], target);
  const stage = Math.min(saved.value.stage, lastStage(model.layers.length));
  const pass = passAt(stage, model.layers.length);
  const selected = selectedUnit(model, saved.value);
  const moveTo = (next: number) =>
    change(saved, { stage: next, ...passAt(next, model.layers.length).look });
  return (
    <>
      <div class="bar">
        <Switch
          label="Points"
          options={Object.keys(dataSets).map((name) => [name, name] as const)}
          value={saved.value.data}
          onChoose={(data) => reshape({ data })}
        />
        <Touch term="phi" active={active}>
          <Switch
            label="Activation"
            options={Object.entries(activations)}
            value={saved.value.activation}
            onChoose={(activation) => reshape({ activation })}
          />
        </Touch>
      </div>
      <div class="bar">
        <div class="grow">
          <Slider
            label="Hidden layers"
            min={1}
            max={MOST_LAYERS}
            integer
            value={saved.value.layers}
            onInput={(layers) => reshape({ layers })}
          />
        </div>
        <div class="grow">
          <Slider
            label="Neurons in each"
            min={1}
            max={MOST_UNITS}
            integer
            value={saved.value.units}
            onInput={(units) => reshape({ units })}
          />
        </div>
        <Touch term="rate" active={active} class="grow">
          <Slider
            label="Learning rate η"
            min={0.0001}
            max={1}
            log
            value={rate}
            onInput={(next) => {
              model.rate = next;
              change(saved, { rate: next });
            }}
          />
        </Touch>
        <Playback
          trainers={[trainer]}
          what="the classifier"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <div class="beside">
        <div>
          <DecisionPlane
            map={learned.map}
            points={model.points}
            position={[x, y]}
            onMove={(place) => change(saved, { point: [...place] })}
          />
        </div>
        <div>
          <NetworkDiagram
            layers={model.layers}
            trace={traced}
            selected={selected}
            onSelect={(unit) => change(saved, { ...unit })}
            reached={pass.reached}
            returned={pass.returned}
          />
          <div class="passes">
            <button type="button" disabled={stage === 0} onClick={() => moveTo(stage - 1)}>
              Step back
            </button>
            <button
              type="button"
              disabled={stage === lastStage(model.layers.length)}
              onClick={() => moveTo(stage + 1)}
            >
              Next in the pass
            </button>
            <Switch
              label="The point’s class"
              options={[
                ['0', '0 (disc)'],
                ['1', '1 (square)'],
              ]}
              value={String(target)}
              onChoose={(label) => change(saved, { target: Number(label) })}
            />
          </div>
          <p class="reading" aria-live="polite">
            {pass.text}
          </p>
        </div>
      </div>
      <p class="reading numbers">
        Right on new points: <strong>{(100 * learned.accuracy).toFixed(1)} %</strong>. The ringed
        point: p(class 1) = {traced.answer.toFixed(3)}, loss {traced.loss.toFixed(3)}.
      </p>
      <Chart
        label="Loss of each batch"
        lines={[{ name: 'loss', data: learned.losses, colour: 0 }]}
        height={150}
        smoothing={0.9}
        xLabel="step"
        yLabel="loss, nats"
      />
      <Numbers
        layers={model.layers}
        trace={traced}
        selected={selected}
        rate={rate}
        active={active}
      />
    </>
  );
}

function shapeOf(settings: typeof initial): Shape {
  const activation = Object.keys(activations).find((name) => name === settings.activation);
  return {
    data: settings.data in dataSets ? settings.data : initial.data,
    layers: Math.min(MOST_LAYERS, Math.max(1, Math.round(settings.layers))),
    units: Math.min(MOST_UNITS, Math.max(1, Math.round(settings.units))),
    activation: (activation ?? 'relu') as Activation,
  };
}

function selectedUnit({ layers }: PerceptronModel, wanted: { layer: number; unit: number }) {
  const layer = Math.min(wanted.layer, layers.length - 1);
  return { layer, unit: Math.min(wanted.unit, (layers[layer]?.outputs ?? 1) - 1) };
}
