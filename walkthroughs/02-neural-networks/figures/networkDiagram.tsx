/** Layers as columns of boxes, one a neuron; an edge is as wide as its weight is large. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import type { Dense } from '../../../src/webview/kit/network/dense.ts';
import { line } from '../../../src/webview/kit/plot.ts';
import { colour } from '../../../src/webview/kit/theme.ts';
import { type Trace, weight } from './trace.ts';

export interface Unit {
  /** 0 is the first hidden layer. */
  layer: number;
  unit: number;
}

interface Props {
  layers: readonly Dense[];
  trace: Trace;
  selected: Unit;
  onSelect: (unit: Unit) => void;
  /** Layers whose activations the forward pass has reached; the input is always there. */
  reached: number;
  /** The lowest layer that the backward pass has reached; beyond the last one before it began. */
  returned: number;
}

const ROW = 32;

export function NetworkDiagram({ layers, trace, selected, onSelect, reached, returned }: Props) {
  const columns = layers.length + 1;
  const tallest = Math.max(2, ...layers.map((layer) => layer.outputs));
  const left = (column: number) => `${(100 * (column + 0.5)) / columns}%`;
  const top = (row: number, rows: number) => `${24 + ROW * (row + 0.5 + (tallest - rows) / 2)}px`;
  const [inputs = []] = trace.layers.map((layer) => layer.inputs);
  return (
    <div class="net" style={{ height: `${24 + tallest * ROW}px` }}>
      <Canvas class="net-edges" draw={(surface) => drawEdges(surface, layers, selected, tallest)} />
      {Array.from({ length: columns }, (_, column) => (
        <span key={column} class="net-name" style={{ left: left(column) }}>
          {nameOf(column, columns)}
        </span>
      ))}
      {inputs.map((value, i) => (
        <span key={i} class="net-unit numbers input" style={{ left: left(0), top: top(i, 2) }}>
          {value.toFixed(2)}
        </span>
      ))}
      {layers.map((layer, l) =>
        Array.from({ length: layer.outputs }, (_, unit) => {
          const value = trace.layers[l]?.outputs[unit] ?? 0;
          const error = trace.layers[l]?.errors[unit] ?? 0;
          const isSelected = selected.layer === l && selected.unit === unit;
          const back = l >= returned;
          return (
            <button
              key={`${l} ${unit}`}
              type="button"
              class={`net-unit numbers ${back ? 'back' : ''}`}
              style={{ left: left(l + 1), top: top(unit, layer.outputs) }}
              aria-pressed={isSelected}
              aria-label={`${nameOf(l + 1, columns)} ${unit + 1}: activation ${value.toFixed(2)}, error ${error.toFixed(2)}`}
              onClick={() => onSelect({ layer: l, unit })}
            >
              {back ? `δ ${short(error)}` : l < reached ? value.toFixed(2) : '?'}
            </button>
          );
        }),
      )}
    </div>
  );
}

function short(value: number): string {
  return value.toFixed(Math.abs(value) < 0.1 ? 3 : 2).replace('0.', '.');
}

function nameOf(column: number, columns: number): string {
  if (column === 0) return 'input';
  return column === columns - 1 ? 'output' : `hidden ${column}`;
}

function drawEdges(
  { context, width, height }: Surface,
  layers: readonly Dense[],
  selected: Unit,
  tallest: number,
): void {
  const x = (column: number) => (width * (column + 0.5)) / (layers.length + 1);
  const y = (row: number, rows: number) =>
    height - tallest * ROW + ROW * (row + 0.5 + (tallest - rows) / 2);
  layers.forEach((layer, l) => {
    for (let input = 0; input < layer.inputs; input++) {
      for (let unit = 0; unit < layer.outputs; unit++) {
        const size = weight(layer, input, unit);
        const isSelected = selected.layer === l && selected.unit === unit;
        context.strokeStyle = edgeColour(size);
        context.globalAlpha = isSelected ? 1 : 0.35;
        context.setLineDash(size < 0 ? [4, 3] : []);
        context.lineWidth = Math.min(7, 0.4 + 2 * Math.abs(size));
        line(context, [x(l), y(input, layer.inputs)], [x(l + 1), y(unit, layer.outputs)]);
      }
    }
  });
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function edgeColour(size: number): string {
  return colour(size >= 0 ? 'charts-green' : 'charts-purple');
}
