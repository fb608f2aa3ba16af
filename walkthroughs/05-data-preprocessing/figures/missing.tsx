/** Hide cells of a table and compare what four methods make of the gaps. */
import { useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { MethodBars } from './methodBars.tsx';
import {
  COLUMNS,
  columns,
  fill,
  hideAtRandom,
  type Method,
  methods,
  neighbours,
  score,
  truth,
} from './missingLab.ts';
import { MissingTable } from './missingTable.tsx';

const terms: readonly Term[] = [
  { name: 'filled', symbol: '\\hat{x}', meaning: 'what is written into the gap' },
  { name: 'k', symbol: 'k', meaning: 'how many neighbours are asked' },
  { name: 'near', symbol: 'N_k', meaning: 'the k rows most alike in the other columns' },
  {
    name: 'error',
    symbol: 'E',
    meaning: 'root mean squared error of all m gaps, in σ of their column',
  },
];

const formulas: Record<Method, string> = {
  drop: String.raw`\text{rows left} = \val{rows} \text{ of } 16`,
  mean: String.raw`\term{filled}{\hat{x}} = \frac{1}{n}\sum_{j\ \text{known}} x_j = \val{filled}`,
  median: String.raw`\term{filled}{\hat{x}} = \operatorname{median}_{j\ \text{known}}\, x_j = \val{filled}`,
  'k-nearest': String.raw`\term{filled}{\hat{x}} = \frac{1}{\term{k}{k}}\sum_{j \in \term{near}{N_{\val{k}}}} x_j = \val{filled}`,
};
const errorTex = String.raw`\term{error}{E} = \sqrt{\frac{1}{m}\sum \Bigl(\frac{\term{filled}{\hat{x}} - x}{\sigma}\Bigr)^2} = \val{error}`;

const HIDE = 8;
const SEED = 7;

export function Missing() {
  const saved = useSaved('missing-values', {
    method: 'k-nearest',
    k: 3,
    hidden: hideAtRandom(HIDE, SEED) as readonly number[],
    selected: hideAtRandom(HIDE, SEED)[0] ?? 0,
    seed: SEED,
  });
  const active = useSignal<string | undefined>(undefined);
  const { k, selected } = saved.value;
  const method = methods.find((each) => each === saved.value.method) ?? 'k-nearest';
  const hidden = new Set(saved.value.hidden.filter((cell) => cell in truth));
  const toggle = (cell: number) => {
    const next = new Set(hidden);
    if (!next.delete(cell)) next.add(cell);
    change(saved, { hidden: [...next], selected: cell });
  };
  const hideAnew = () => {
    const cells = hideAtRandom(HIDE, saved.value.seed + 1);
    change(saved, { hidden: cells, seed: saved.value.seed + 1, selected: cells[0] ?? 0 });
  };
  const isShown = hidden.has(selected);
  const scores = methods.map((each) => ({ method: each, ...score(each, hidden, k) }));
  const now = scores.find((each) => each.method === method);
  const near = isShown && method === 'k-nearest' ? neighbours(hidden, selected, k) : [];
  const filled = isShown ? fill(method, hidden, selected, k) : undefined;
  return (
    <>
      <div class="bar">
        <fieldset class="switch" aria-label="Method">
          {methods.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === method}
              onClick={() => change(saved, { method: each })}
            >
              {each}
            </button>
          ))}
        </fieldset>
        <Touch term="k" active={active} class="grow">
          <Slider
            label="Neighbours k"
            min={1}
            max={9}
            integer
            value={k}
            disabled={method !== 'k-nearest'}
            onInput={(value) => change(saved, { k: value })}
          />
        </Touch>
        <button type="button" onClick={hideAnew}>
          Hide {HIDE} others
        </button>
        <button type="button" onClick={() => change(saved, { hidden: [] })}>
          Show all
        </button>
      </div>
      <div class="beside">
        <Touch term="filled" active={active}>
          <MissingTable
            hidden={hidden}
            method={method}
            k={k}
            selected={selected}
            near={near}
            onToggle={toggle}
          />
        </Touch>
        <Touch term="error" active={active}>
          <MethodBars scores={scores} method={method} />
          <p class="reading" role="status">
            {isShown ? reading(selected, filled) : 'Click a number to hide it.'}
          </p>
        </Touch>
      </div>
      <Formula
        tex={`\\begin{gathered}${formulas[method]}${method === 'drop' ? '' : ` \\\\ ${errorTex}`}\\end{gathered}`}
        values={{
          k: String(k),
          rows: String(now?.rows ?? 0),
          filled: filled === undefined ? '\\text{–}' : filled.toFixed(1),
          error: now?.error === undefined ? '\\text{–}' : now.error.toFixed(2),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="What each method leaves and how far it is off"
        columns={['Method', 'Rows left', 'Error, σ']}
        rows={scores.map((each) => [
          each.method,
          each.rows,
          each.error?.toFixed(2) ?? 'fills nothing',
        ])}
      />
    </>
  );
}

function reading(cell: number, filled: number | undefined): string {
  const [name, unit = ''] = (columns[cell % COLUMNS] ?? '').split(', ');
  const house = `House ${Math.floor(cell / COLUMNS) + 1}: ${name}`;
  const value = `truly ${(truth[cell] ?? 0).toLocaleString('en-US')} ${unit}`;
  if (filled === undefined) return `${house} is ${value}; with this method nothing is filled in.`;
  return `${house} is ${value}, filled with ${filled.toLocaleString('en-US', { maximumFractionDigits: 1 })}.`;
}
