/** A Bayesian network to reason with: click what was seen, and all posteriors move; samples beside the exact answer. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { NetworkGraph } from './networkGraph.tsx';
import {
  ask,
  drawMorning,
  estimate,
  type Morning,
  network,
  posterior,
  type Values,
} from './networkLab.ts';

const terms: readonly Term[] = [
  { name: 'asked', symbol: 'Q', meaning: 'the variable asked about: the one last pointed at' },
  { name: 'evidence', symbol: 'e', meaning: 'what was seen of the morning' },
  { name: 'hidden', symbol: 'h', meaning: 'all the rest, summed out' },
  {
    name: 'table',
    symbol: 'P(x \\mid \\mathrm{pa}_x)',
    meaning: 'a variable’s table, given its parents',
  },
];

const tex = String.raw`\begin{aligned}
P(\term{asked}{Q} \mid \term{evidence}{e}) &= \frac{P(\term{asked}{Q},\ \term{evidence}{e})}{P(\term{evidence}{e})} = \frac{\val{joint}}{\val{all}} = \val{answer} \\
P(\term{asked}{Q},\ \term{evidence}{e}) &= \sum_{\term{hidden}{h}} \prod_x \term{table}{P(x \mid \mathrm{pa}_x)}
\end{aligned}`;

const UNKNOWN = -1;
const FIRST = { seen: network.map(() => UNKNOWN) as readonly number[], asked: 0, samples: 0 };
const BATCH = 50;
const MOST = 20_000;

export function BayesianNetwork() {
  const saved = useSaved('bayesian-network', FIRST);
  const active = useSignal<string | undefined>(undefined);
  const { seen, asked, samples } = saved.value;
  const evidence = useMemo(() => valuesOf(seen), [seen]);
  const answers = useMemo(() => network.map(({ name }) => posterior(name, evidence)), [evidence]);
  const priors = useMemo(() => network.map(({ name }) => posterior(name, {})), []);
  const drawn = useMemo(() => ({ random: new Random(1), mornings: [] as Morning[] }), [evidence]);
  // Those drawn before stay: only new ones are drawn.
  const mornings = useMemo(() => {
    while (drawn.mornings.length < samples) {
      drawn.mornings.push(drawMorning(evidence, drawn.random));
    }
    return drawn.mornings.slice(0, samples);
  }, [drawn, samples]);
  const estimates = useMemo(
    () => network.map(({ name }) => (samples > 0 ? estimate(name, mornings) : undefined)),
    [mornings],
  );
  const question = network[asked] ?? network[0];
  const { joint, evidence: all } = ask(question?.name ?? 'rain', evidence);
  const cycle = (index: number) => {
    const next = seen.map((value, i) =>
      i !== index ? value : value === 0 ? UNKNOWN : value === 1 ? 0 : 1,
    );
    change(saved, { seen: next, asked: index });
  };
  const draw = (count: number) => change(saved, { samples: Math.min(MOST, samples + count) });
  return (
    <>
      <div class="bar">
        <button type="button" class="primary" onClick={() => draw(BATCH)}>
          Draw {BATCH} mornings
        </button>
        <button type="button" onClick={() => draw(40 * BATCH)}>
          Draw {(40 * BATCH).toLocaleString('en-US')}
        </button>
        <button type="button" onClick={() => change(saved, FIRST)}>
          Reset
        </button>
        <span class="numbers muted">
          {samples.toLocaleString('en-US')} mornings drawn, the evidence kept
        </span>
      </div>
      <p class="muted">
        Click a variable: seen yes, seen no, not seen. Bar: probability of yes, exact. Line: before
        any evidence. Dot: estimate from the mornings drawn.
      </p>
      <NetworkGraph
        seen={seen}
        asked={asked}
        answers={answers}
        priors={priors}
        estimates={estimates}
        onCycle={cycle}
        onAsk={(index) => {
          if (index !== asked) change(saved, { asked: index });
        }}
      />
      <p class="reading" aria-live="polite">
        {describe(evidence, question?.name ?? '', answers[asked] ?? 0, priors[asked] ?? 0)}
      </p>
      {question && (
        <Touch term="table" active={active}>
          <TableOf name={question.name} parents={question.parents} yes={question.yes} />
        </Touch>
      )}
      <Formula
        tex={tex}
        values={{ joint: joint.toFixed(4), all: all.toFixed(4), answer: (joint / all).toFixed(3) }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="Probability of yes"
        columns={['Variable', 'Seen', 'Before any evidence', 'Given the evidence', 'Estimate']}
        rows={network.map(({ name }, i) => [
          name,
          seenText(seen[i]),
          (priors[i] ?? 0).toFixed(4),
          (answers[i] ?? 0).toFixed(4),
          estimates[i]?.toFixed(4) ?? '–',
        ])}
      />
    </>
  );
}

function TableOf({ name, parents, yes }: (typeof network)[number]) {
  return (
    <table class="small-table numbers">
      <caption>
        Table of <strong>{name}</strong>
      </caption>
      <thead>
        <tr>
          {parents.map((parent) => (
            <th key={parent} scope="col">
              {parent}
            </th>
          ))}
          <th scope="col">P({name} = yes)</th>
        </tr>
      </thead>
      <tbody>
        {yes.map((p, row) => (
          <tr key={row}>
            {parents.map((parent, i) => (
              <td key={parent}>{(row >> (parents.length - 1 - i)) & 1 ? 'yes' : 'no'}</td>
            ))}
            <td>{p.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describe(evidence: Values, name: string, answer: number, prior: number): string {
  const seen = Object.entries(evidence).map(([each, value]) => `${each} ${value ? 'yes' : 'no'}`);
  const given = seen.length === 0 ? 'Nothing is seen yet' : `Seen: ${seen.join(', ')}`;
  const percent = (p: number) => `${(100 * p).toFixed(1)} %`;
  if (name in evidence) return `${given}.`;
  return `${given}. P(${name}) is ${percent(answer)}; before any evidence it was ${percent(prior)}.`;
}

function valuesOf(seen: readonly number[]): Values {
  const known = network.flatMap(({ name }, i) => {
    const value = seen[i] ?? UNKNOWN;
    return value === UNKNOWN ? [] : [[name, value] as const];
  });
  return Object.fromEntries(known);
}

export function seenText(value: number | undefined): string {
  return value === 1 ? 'yes' : value === 0 ? 'no' : 'not seen';
}
