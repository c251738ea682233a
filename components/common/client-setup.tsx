'use client';

import { setNonce } from 'get-nonce';
import { useEffect } from 'react';
import { reportErrors } from './error-reports';

if (typeof document !== 'undefined') {
  // Radix writes one style element for its scroll lock; the policy lets it through by the page's nonce only.
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  if (nonce) setNonce(nonce);
}

/**
 * Runs once in the browser before any dialog opens; draws nothing.
 * @param dsn where errors of this page are reported; null reports none
 */
export function ClientSetup({ dsn }: { dsn: string | null }) {
  useEffect(() => {
    if (dsn) reportErrors(dsn);
  }, [dsn]);
  return null;
}
