import { useEffect, useState } from 'react';

/** The server's time in milliseconds, renewed every five seconds; null until the browser runs. */
export function useNow(skew: number): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Date.now() + skew);
    tick();
    const timer = setInterval(tick, 5_000);
    return () => clearInterval(timer);
  }, [skew]);
  return now;
}
