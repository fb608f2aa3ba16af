import { useEffect, useRef, useState } from 'preact/hooks';
import { imageCache } from './imageCache.ts';

/** The picture where it is decoded, at once; else the one before it until it is. */
export function useCachedImage(uri: string | undefined): HTMLImageElement | undefined {
  const [, redraw] = useState(0);
  const last = useRef<HTMLImageElement | undefined>(undefined);
  const image = uri === undefined ? undefined : imageCache.peek(uri);
  if (image) last.current = image;

  useEffect(() => {
    if (uri === undefined || image) return;
    let wanted = true;
    imageCache.get(uri).then(
      () => wanted && redraw((count) => count + 1),
      () => wanted && redraw((count) => count + 1),
    );
    return () => {
      wanted = false;
    };
  }, [uri, image]);
  return image ?? last.current;
}
