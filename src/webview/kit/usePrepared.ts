import { useEffect, useState } from 'preact/hooks';

/** What takes longer than a frame to make: undefined at first, so that the page is drawn before. */
export function usePrepared<T>(prepare: () => T): T | undefined {
  const [prepared, setPrepared] = useState<T>();
  useEffect(() => {
    const timer = setTimeout(() => setPrepared(() => prepare()), 30);
    return () => clearTimeout(timer);
  }, []);
  return prepared;
}
