/** A cloud of houses and a line to turn: how much of the cloud's spread lies along the line? */
import type { Signal } from '@preact/signals';
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { Touch } from '../../../src/webview/kit/formula.tsx';
import { Plane, type Position } from '../../../src/webview/kit/plane.tsx';
import { disc, type Frame, line } from '../../../src/webview/kit/plot.ts';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { colour } from '../../../src/webview/kit/theme.ts';
import { BEST_ANGLE, cloud, shareAlong } from './componentsLab.ts';

interface Props {
  /** Degrees, 0 along the area. */
  angle: number;
  active: Signal<string | undefined>;
  onTurn: (angle: number) => void;
}

const REACH = 3.5;
/** Where the handle sits on the line. */
const HANDLE = 2.8;
const x = { label: 'area, standardized', min: -REACH, max: REACH };
const y = { label: 'price, standardized', min: -REACH, max: REACH };

export function CloudLine({ angle, active, onTurn }: Props) {
  const radians = (angle * Math.PI) / 180;
  const handle: Position = [HANDLE * Math.cos(radians), HANDLE * Math.sin(radians)];
  const best = (BEST_ANGLE * 180) / Math.PI;
  return (
    <div class="plane-box">
      <h3>Turn the line through the cloud</h3>
      <Plane
        label="Direction of the line"
        x={x}
        y={y}
        position={handle}
        onMove={([toX, toY]) => onTurn(halfTurn((Math.atan2(toY, toX) * 180) / Math.PI))}
        draw={(surface, frame) => drawCloud(surface, frame, radians)}
      />
      <Touch term="direction" active={active}>
        <Slider label="Angle, degrees" min={0} max={180} integer value={angle} onInput={onTurn} />
      </Touch>
      <p class="reading numbers" role="status">
        The line explains <strong>{(100 * shareAlong(radians)).toFixed(1)} %</strong> of the
        variance; the best one, at {best.toFixed(0)}°, {(100 * shareAlong(BEST_ANGLE)).toFixed(1)}{' '}
        %.
      </p>
    </div>
  );
}

function drawCloud({ context }: Surface, frame: Frame, angle: number): void {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const at = ([px, py]: Position) => [frame.x(px), frame.y(py)] as const;
  context.lineWidth = 2;
  context.strokeStyle = colour('charts-yellow');
  line(context, at([-5 * dx, -5 * dy]), at([5 * dx, 5 * dy]));
  for (const point of cloud) {
    const along = point[0] * dx + point[1] * dy;
    const foot = at([along * dx, along * dy]);
    context.lineWidth = 1;
    context.globalAlpha = 0.35;
    context.strokeStyle = colour('descriptionForeground', 'foreground');
    line(context, at(point), foot);
    context.globalAlpha = 1;
    context.fillStyle = colour('charts-blue');
    disc(context, at(point), 2.5);
    context.fillStyle = colour('charts-yellow');
    disc(context, foot, 2.5);
  }
}

/** A line has no front and back. */
function halfTurn(degrees: number): number {
  return Math.round(((degrees % 180) + 180) % 180);
}
