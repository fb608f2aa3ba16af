/** Pictures by address, decoded before they are shown, so that nothing flickers. */
import { useEffect, useRef, useState } from 'preact/hooks';

export async function loadImage(uri: string): Promise<HTMLImageElement> {
  const image = new Image();
  // Without it the canvas that draws the picture could not be saved as PNG.
  image.crossOrigin = 'anonymous';
  image.src = uri;
  await image.decode();
  return image;
}

interface Shown {
  image: HTMLImageElement | undefined;
  failed: boolean;
}

/** The newest picture that is decoded: the one before stays until then. One is loaded at a time, newest next. */
export function useImage(uri: string | undefined): Shown {
  const [shown, setShown] = useState<Shown>({ image: undefined, failed: false });
  const wanted = useRef(uri);
  const busy = useRef(false);
  wanted.current = uri;

  useEffect(() => {
    let alive = true;
    const follow = async () => {
      if (busy.current) return;
      busy.current = true;
      let done: string | undefined;
      while (alive && wanted.current !== undefined && wanted.current !== done) {
        done = wanted.current;
        try {
          const image = await loadImage(done);
          if (alive) setShown({ image, failed: false });
        } catch {
          if (alive) setShown((old) => ({ ...old, failed: true }));
        }
      }
      busy.current = false;
    };
    void follow();
    return () => {
      alive = false;
      busy.current = false;
    };
  }, [uri]);
  return shown;
}
