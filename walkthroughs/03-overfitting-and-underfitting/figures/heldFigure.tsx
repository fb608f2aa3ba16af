/** Two networks on the same points, one of them held back: choose how, and how strongly. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Wave } from '../../../src/data/wave.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { Formula, Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { BINS, type HeldLab, type Look, WIDEST } from './heldLab.ts';
import { type Choice, methods } from './methods.ts';
import { WavePlane } from './wavePlane.tsx';
import { WeightsChart } from './weightsChart.tsx';

interface Props {
  lab: HeldLab;
  choices: readonly Choice[];
  method: Choice;
  strength: number;
  saved: number;
  /** Where the points might be moved to, to show what the strength means. */
  ghosts?: Pick<Wave, 'x' | 'y'>;
  onChoose: (method: Choice) => void;
  onStrength: (strength: number) => void;
  onResample: () => void;
  onSteps: (steps: number) => void;
}

export function HeldFigure(props: Props) {
  const { lab, choices, method, strength, ghosts } = props;
  const active = useSignal<string | undefined>(undefined);
  const version = lab.trainer.version.value;
  const looks = useMemo(() => ({ free: lab.look('free'), held: lab.look('held') }), [lab, version]);
  const { slider, scale, tex, terms } = methods[method];
  const name = method === 'noise' ? 'points moved' : method;
  return (
    <>
      <div class="bar">
        {choices.length > 1 && (
          <fieldset class="switch">
            <legend class="spoken">Kind of regularization</legend>
            {choices.map((choice) => (
              <button
                key={choice}
                type="button"
                aria-pressed={choice === method}
                onClick={() => props.onChoose(choice)}
              >
                {choice}
              </button>
            ))}
          </fieldset>
        )}
        <Touch term="strength" active={active} class="grow">
          <Slider label={slider} {...scale} value={strength} onInput={props.onStrength} />
        </Touch>
        <button type="button" title="The same wave with other noise" onClick={props.onResample}>
          New points
        </button>
        <Playback
          trainers={[lab.trainer]}
          what="both networks"
          saved={props.saved}
          onSteps={props.onSteps}
        />
      </div>
      <WavePlane
        label={`Two networks through ${lab.points.x.length} noisy points: one free, one with ${name}`}
        points={lab.points}
        {...(ghosts && { ghosts })}
        curves={[
          { name: 'free', token: 'charts-yellow', ys: looks.free.curve },
          { name, token: 'charts-blue', ys: looks.held.curve },
        ]}
      />
      <Errors looks={looks} name={name} />
      <Touch term="penalty" active={active}>
        <WeightsChart free={looks.free.histogram} held={looks.held.histogram} method={name} />
      </Touch>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          fit: looks.held.training.toFixed(3),
          strength: method === 'L1' || method === 'L2' ? small(strength) : strength.toFixed(2),
          keep: (1 - strength).toFixed(2),
          sum: lab.sum(method === 'L1' ? 1 : 2).toFixed(0),
        }}
      />
      <DataTable
        caption="Number of weights by their size, of 2,304"
        columns={['Weights around', 'Free', name]}
        rows={looks.free.histogram.map((count, i) => [
          ((2 * WIDEST * (i + 0.5)) / BINS - WIDEST).toFixed(2),
          count,
          looks.held.histogram[i] ?? 0,
        ])}
      />
    </>
  );
}

function Errors({ looks, name }: { looks: { free: Look; held: Look }; name: string }) {
  const { free, held } = looks;
  const change = Math.round(100 * (held.validation / free.validation - 1));
  return (
    <div class="outcomes">
      <p class="outcome tp">
        <strong class="numbers">{free.validation.toFixed(3)}</strong> validation error, free
        <br />
        <span class="numbers muted">training {free.training.toFixed(3)}</span>
      </p>
      <p class="outcome tn">
        <strong class="numbers">{held.validation.toFixed(3)}</strong> validation error, {name}
        <br />
        <span class="numbers muted">
          training {held.training.toFixed(3)}, validation {change > 0 ? '+' : '−'}
          {Math.abs(change)} %
        </span>
      </p>
    </div>
  );
}

/** Three significant digits, as many characters each time. */
function small(value: number): string {
  return value.toFixed(value < 0.001 ? 5 : value < 0.01 ? 4 : 3);
}
