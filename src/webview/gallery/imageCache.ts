/** Decoded pictures, the longest unused dropped first, so that memory stays bounded over thousands of frames. */
import { loadImage } from '../kit/image.ts';

interface Entry {
  image: HTMLImageElement;
  pixels: number;
}

export class ImageCache {
  /** In order of last use. */
  readonly #entries = new Map<string, Entry>();
  readonly #loading = new Map<string, Promise<HTMLImageElement>>();
  #pixels = 0;
  readonly #budget: number;

  /** @param budget pixels kept, at four bytes each. */
  constructor(budget = 24e6) {
    this.#budget = budget;
  }

  /** The picture where it is decoded already. */
  peek(uri: string): HTMLImageElement | undefined {
    const entry = this.#entries.get(uri);
    if (!entry) return undefined;
    this.#entries.delete(uri);
    this.#entries.set(uri, entry);
    return entry.image;
  }

  async get(uri: string): Promise<HTMLImageElement> {
    const known = this.peek(uri);
    if (known) return known;
    const loading = this.#loading.get(uri) ?? this.#load(uri);
    this.#loading.set(uri, loading);
    return loading;
  }

  /** Starts loading what will be wanted next. A picture that fails says so when it is shown. */
  preload(uris: readonly string[]): void {
    for (const uri of uris) {
      if (!this.#entries.has(uri)) this.get(uri).catch(() => undefined);
    }
  }

  async #load(uri: string): Promise<HTMLImageElement> {
    try {
      const image = await loadImage(uri);
      const pixels = image.naturalWidth * image.naturalHeight;
      this.#entries.set(uri, { image, pixels });
      this.#pixels += pixels;
      this.#trim();
      return image;
    } finally {
      this.#loading.delete(uri);
    }
  }

  #trim(): void {
    for (const [uri, { pixels }] of this.#entries) {
      if (this.#pixels <= this.#budget || this.#entries.size <= 4) return;
      this.#entries.delete(uri);
      this.#pixels -= pixels;
    }
  }
}

export const imageCache = new ImageCache();
