/** The query of the token that looks and the keys of all tokens, as arrows to drag. */
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { HandlePlane } from '../../../src/webview/kit/handlePlane.tsx';
import type { Position } from '../../../src/webview/kit/plane.tsx';
import { type Axis, type Frame, line } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { words } from './attentionMaths.ts';

interface Props {
  /** Which token looks. */
  place: number;
  query: Position;
  /** One for each token. */
  keys: readonly Position[];
  /** One for each token; 0 where the mask hides it. */
  weights: readonly number[];
  isMasked: (token: number) => boolean;
  /** 0 is the query, then come the keys. */
  chosen: number;
  onChoose: (handle: number) => void;
  onMove: (handle: number, position: Position) => void;
}

const ticks = [-4, -2, 0, 2, 4];
const x: Axis = { label: 'x', min: -4, max: 4, ticks };
const y: Axis = { label: 'y', min: -4, max: 4, ticks };

export function AttentionPlane(props: Props) {
  return (
    <HandlePlane
      label={`The query of ${words[props.place]} and the keys of all tokens`}
      x={x}
      y={y}
      handles={[props.query, ...props.keys]}
      chosen={props.chosen}
      onChoose={props.onChoose}
      onMove={props.onMove}
      draw={(surface, frame) => draw(surface, frame, props)}
    />
  );
}

function draw({ context }: Surface, frame: Frame, props: Props): void {
  drawScoreZero(context, frame, props.query);
  props.keys.forEach((key, token) => {
    const masked = props.isMasked(token);
    context.strokeStyle = masked ? palette().muted : colour('charts-blue');
    context.lineWidth = 1.5 + 5 * (props.weights[token] ?? 0);
    context.setLineDash(masked ? [2, 4] : []);
    arrow(context, frame, key);
    context.setLineDash([]);
    name(context, frame, key, words[token] ?? '');
  });
  context.strokeStyle = colour('charts-yellow');
  context.lineWidth = 3;
  arrow(context, frame, props.query);
  name(context, frame, props.query, `query of ${words[props.place]}`);
}

/** Keys on this line get the score 0; those on the query's side get more. */
function drawScoreZero(context: Surface['context'], frame: Frame, [qx, qy]: Position): void {
  const length = Math.hypot(qx, qy);
  if (length === 0) return;
  const [dx, dy] = [(-qy / length) * 8, (qx / length) * 8];
  context.strokeStyle = palette().foreground;
  context.lineWidth = 1;
  context.setLineDash([6, 4]);
  line(context, [frame.x(dx), frame.y(dy)], [frame.x(-dx), frame.y(-dy)]);
  context.setLineDash([]);
}

/** From the origin; its head is as wide as its line asks for. */
function arrow(context: Surface['context'], frame: Frame, [toX, toY]: Position): void {
  const [px, py] = [frame.x(toX), frame.y(toY)];
  const angle = Math.atan2(py - frame.y(0), px - frame.x(0));
  const size = 7 + context.lineWidth;
  line(context, [frame.x(0), frame.y(0)], [px, py]);
  context.setLineDash([]);
  for (const side of [angle + 2.6, angle - 2.6]) {
    line(context, [px, py], [px + size * Math.cos(side), py + size * Math.sin(side)]);
  }
}

/** Beyond the tip, within the axes; on a ground of its own, to be read over lines. */
function name(context: Surface['context'], frame: Frame, [toX, toY]: Position, text: string): void {
  const { font, foreground, background } = palette();
  context.font = `12px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const half = context.measureText(text).width / 2;
  const px = Math.min(frame.right - half - 3, Math.max(frame.left + half + 3, frame.x(toX)));
  const beyond = frame.y(toY) + (toY < 0 ? 18 : -18);
  const py = Math.min(frame.bottom - 8, Math.max(frame.top + 8, beyond));
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = background;
  context.strokeText(text, px, py);
  context.fillStyle = foreground;
  context.fillText(text, px, py);
}
