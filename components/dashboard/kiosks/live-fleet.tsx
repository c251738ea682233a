'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const PACE_MS = 20_000;

/** Redraws the fleet while the page is visible: states move by the clock alone. */
export function LiveFleet() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => !document.hidden && router.refresh(), PACE_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
