/** A canvas as large as its CSS says, sharp on every screen, redrawn on resize and on a change of theme. */
import type { CanvasHTMLAttributes } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { themeVersion } from './theme.ts';

export interface Surface {
  context: CanvasRenderingContext2D;
  /** CSS pixels; the context is scaled so that drawing uses them. */
  width: number;
  height: number;
  /** Device pixels per CSS pixel. */
  ratio: number;
}

export type Draw = (surface: Surface) => void;

type Props = CanvasHTMLAttributes<HTMLCanvasElement> & {
  draw: Draw;
  /** What is drawn, for people who do not see it. Without it the canvas is decoration. */
  label?: string | undefined;
};

export function Canvas({ draw, label, ...rest }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const latest = useRef(draw);
  latest.current = draw;
  const theme = themeVersion.value;

  // A new theme changes what `draw` draws
  useEffect(() => {
    if (ref.current) paint(ref.current, latest.current);
  }, [draw, theme]);

  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const observer = new ResizeObserver(() => paint(canvas, latest.current));
    observer.observe(canvas);
    return () => observer.disconnect();
  }, []);

  const described = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true };
  return <canvas ref={ref} {...described} {...rest} />;
}

function paint(canvas: HTMLCanvasElement, draw: Draw): void {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  const context = canvas.getContext('2d');
  if (!context || width === 0 || height === 0) return;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.scale(ratio, ratio);
  draw({ context, width: width / ratio, height: height / ratio, ratio });
}
