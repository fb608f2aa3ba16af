/** A canvas as large as its CSS says, sharp on every screen, redrawn on resize and on a change of theme. */
import type { CanvasHTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
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
  const size = useRef<Size>({ width: 0, height: 0 });
  const theme = themeVersion.value;

  // In the frame of the input that changed it. A new theme changes what `draw` draws
  useLayoutEffect(() => {
    if (ref.current) paint(ref.current, size.current, draw);
  }, [draw, theme]);

  useLayoutEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    // It tells the size at first too, once the page is laid out; asking for it would lay out the page in between.
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      size.current = whole(entry.contentRect);
      paint(canvas, size.current, latest.current);
    });
    observer.observe(canvas);
    return () => observer.disconnect();
  }, []);

  const described = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true };
  return <canvas ref={ref} {...described} {...rest} />;
}

/** CSS pixels. */
interface Size {
  width: number;
  height: number;
}

function whole({ width, height }: Size): Size {
  return { width: Math.round(width), height: Math.round(height) };
}

function paint(canvas: HTMLCanvasElement, size: Size, draw: Draw): void {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (width === 0 || height === 0) return;
  const context = canvas.getContext('2d');
  if (!context) return;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.scale(ratio, ratio);
  draw({ context, width: width / ratio, height: height / ratio, ratio });
}
