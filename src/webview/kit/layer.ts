/** The part of a canvas that stays while something moves above it: drawn once, and kept as a picture. */
import type { Draw, Surface } from './canvas.tsx';
import { themeVersion } from './theme.ts';

export class Layer {
  readonly #picture = document.createElement('canvas');
  #made: readonly unknown[] = [];

  /** @param of all that `paint` draws from, besides the size and the theme; it paints anew when one of them is another */
  draw(surface: Surface, of: readonly unknown[], paint: Draw): void {
    const { context, width, height, ratio } = surface;
    const made = [...of, width, height, ratio, themeVersion.peek()];
    if (made.length !== this.#made.length || made.some((part, i) => part !== this.#made[i])) {
      this.#made = made;
      this.#paint(surface, paint);
    }
    context.drawImage(this.#picture, 0, 0, width, height);
  }

  #paint({ width, height, ratio }: Surface, paint: Draw): void {
    // Also empties it
    this.#picture.width = Math.round(width * ratio);
    this.#picture.height = Math.round(height * ratio);
    const context = this.#picture.getContext('2d');
    if (!context) throw new Error('This browser draws on no canvas.');
    context.scale(ratio, ratio);
    paint({ context, width, height, ratio });
  }
}
