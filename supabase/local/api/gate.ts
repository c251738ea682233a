import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { refusal } from './answers.ts';

/** Largest body by path, in bytes. */
export function bodyLimit(pathname: string): number {
  return pathname.startsWith('/auth/') ? 64 * 1024 : 5 * 1024 * 1024;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses a request that names a host which is not this machine: a foreign page whose name was made to resolve here
 * (DNS rebinding). Exposed backends also answer to addresses and the machine's own name.
 */
export function refuseForeignHost(host: string | undefined, isExposed: boolean): Response | undefined {
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '');
  if (loopback.has(name)) return undefined;
  if (isExposed && (isIP(name.replace(/^\[|\]$/g, '')) !== 0 || name === hostname().toLowerCase()))
    return undefined;
  return refusal(421, 'This backend answers to its own address only', 'Use http://127.0.0.1 with its port.');
}

/** The address to listen on: loopback unless `SUPABASE_LOCAL_EXPOSE=1`. */
export function listenHost(wanted: string | undefined, isExposed: boolean): string {
  const host = wanted ?? (isExposed ? '0.0.0.0' : '127.0.0.1');
  if (isExposed || host === '127.0.0.1' || host === '::1' || host === 'localhost') return host;
  throw new Error(`The backend listens on loopback only: set SUPABASE_LOCAL_EXPOSE=1 to listen on ${host}.`);
}
