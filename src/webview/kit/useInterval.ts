import { useEffect, useRef } from 'preact/hooks';

/** Calls the newest `act` every so many milliseconds while `on`. */
export function useInterval(act: () => void, milliseconds: number, on: boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => latest.current(), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds, on]);
}
