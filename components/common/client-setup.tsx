'use client';

import { setNonce } from 'get-nonce';

if (typeof document !== 'undefined') {
  // Radix writes one style element for its scroll lock; the policy lets it through by the page's nonce only.
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  if (nonce) setNonce(nonce);
}

/** Runs once in the browser before any dialog opens; draws nothing. */
export function ClientSetup() {
  return null;
}
