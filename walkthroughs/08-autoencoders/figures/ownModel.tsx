/** The plane of the model that the learner's own run trained: it answers over the wire. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { RunView } from '../../../src/protocol/run.ts';
import type { ExploredImage, Explorer } from '../../../src/protocol/runner.ts';
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { toCanvas } from '../../../src/webview/kit/exploredImage.ts';
import { useFigureHost } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Plane, type Position } from '../../../src/webview/kit/plane.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';

export interface OwnModelChoice {
  run: RunView;
  explorer: Explorer;
}

/** Trained models that answer now. */
export function ownModels(runs: readonly RunView[]): OwnModelChoice[] {
  return runs
    .filter((run) => run.status === 'exploring')
    .flatMap((run) =>
      run.explorers
        .filter((explorer) => explorer.axes.length >= 2)
        .map((explorer) => ({ run, explorer })),
    );
}

export function OwnModel({ models }: { models: readonly OwnModelChoice[] }) {
  const index = useSignal(0);
  const model = models[index.value] ?? models[0];
  if (!model) return null;
  return (
    <>
      {models.length > 1 && (
        <label class="choice">
          Model
          <select
            value={index.value}
            onChange={(event) => {
              index.value = Number(event.currentTarget.value);
            }}
          >
            {models.map(({ run, explorer }, i) => (
              <option key={`${run.runId} ${explorer.name}`} value={i}>
                {run.title}: {explorer.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <ModelPlane key={`${model.run.runId} ${model.explorer.name}`} {...model} />
    </>
  );
}

const GRID = 9;

const tex = String.raw`\term{code}{z} = \left(\val{code}\right) \qquad \term{picture}{\hat{x}} = \operatorname{decode}(\term{code}{z})`;

const terms: readonly Term[] = [
  { name: 'code', symbol: 'z', meaning: 'the point you drag' },
  { name: 'picture', symbol: '\\hat{x}', meaning: 'the picture that your decoder draws there' },
];

function ModelPlane({ run, explorer }: OwnModelChoice) {
  const host = useFigureHost();
  const active = useSignal<string | undefined>(undefined);
  const values = useSignal(explorer.axes.map((axis) => axis.value));
  const picture = useSignal<ExploredImage | undefined>(undefined);
  const carpet = useSignal<readonly ExploredImage[]>([]);
  const problem = useSignal('');
  const asked = useRef(0);
  const [x, y, ...others] = explorer.axes;
  const rest = values.value.slice(2).join(' ');

  const ask = (at: number[]) => host.explore(run.runId, explorer.name, at);
  const fail = (error: unknown) => {
    problem.value = error instanceof Error ? error.message : String(error);
  };

  // The newest place wins: while one answer is awaited, those in between are skipped.
  const busy = useRef(false);
  const follow = async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      let shown: number[] | undefined;
      while (shown !== values.peek()) {
        shown = values.peek();
        picture.value = await ask(shown);
        problem.value = '';
      }
    } catch (error) {
      fail(error);
    } finally {
      busy.current = false;
    }
  };
  const set = (next: number[]) => {
    values.value = next;
    void follow();
  };

  useEffect(() => {
    const turn = ++asked.current;
    const weave = async () => {
      const pictures: ExploredImage[] = [];
      await follow();
      for (let i = 0; i < GRID * GRID && turn === asked.current; i++) {
        pictures.push(await ask([...gridPoint(explorer, i), ...values.peek().slice(2)]));
        carpet.value = [...pictures];
      }
    };
    weave().catch(fail);
    return () => {
      asked.current++;
    };
  }, [rest]);

  if (!x || !y) return null;
  const code = values.value.map((value) => value.toFixed(2)).join(',\\ ');
  return (
    <>
      <div class="own-model">
        <Touch term="code" active={active} class="own-plane">
          <Plane
            label={`Latent plane of ${run.title}`}
            x={{ label: x.name, min: x.min, max: x.max }}
            y={{ label: y.name, min: y.min, max: y.max }}
            position={[values.value[0] ?? 0, values.value[1] ?? 0]}
            onMove={(position: Position) => set([...position, ...values.peek().slice(2)])}
            draw={({ context }, frame) => {
              context.globalAlpha = 0.6;
              carpet.value.forEach((image, i) => {
                const width = (frame.right - frame.left) / GRID;
                const height = (frame.bottom - frame.top) / GRID;
                const left = frame.left + (i % GRID) * width;
                drawExplored(context, image, [
                  left,
                  frame.top + Math.floor(i / GRID) * height,
                  width,
                  height,
                ]);
              });
              context.globalAlpha = 1;
            }}
          />
        </Touch>
        <div class="own-picture">
          <Touch term="picture" active={active}>
            {picture.value && <Explored image={picture.value} />}
          </Touch>
          <p class="muted">drawn by your model of “{run.title}”</p>
          {others.map((axis, i) => (
            <Slider
              key={axis.name}
              label={axis.name}
              min={axis.min}
              max={axis.max}
              value={values.value[i + 2] ?? axis.value}
              onInput={(value) => set(values.peek().with(i + 2, value))}
            />
          ))}
          {problem.value && (
            <p class="problem" role="alert">
              {problem.value}
            </p>
          )}
        </div>
      </div>
      <Formula tex={tex} values={{ code }} terms={terms} active={active} />
      <DataTable
        caption="The point in the latent space of your model"
        columns={['Number of the code', 'Value']}
        rows={explorer.axes.map((axis, i) => [axis.name, (values.value[i] ?? 0).toFixed(2)])}
      />
    </>
  );
}

/** The middle of the nth cell, the upper left one first. */
function gridPoint({ axes: [x, y] }: Explorer, index: number): number[] {
  if (!x || !y) return [];
  const column = ((index % GRID) + 0.5) / GRID;
  const row = (Math.floor(index / GRID) + 0.5) / GRID;
  return [x.min + column * (x.max - x.min), y.max - row * (y.max - y.min)];
}

function Explored({ image }: { image: ExploredImage }) {
  const draw = ({ context, width, height }: Surface) =>
    drawExplored(context, image, [0, 0, width, height]);
  return <Canvas class="tile" draw={draw} label="Picture drawn by your model" />;
}

function drawExplored(
  context: Surface['context'],
  image: ExploredImage,
  box: readonly [number, number, number, number],
): void {
  context.imageSmoothingEnabled = false;
  context.drawImage(toCanvas(image), ...box);
}
