import 'server-only';
import { isIP, isIPv6 } from 'node:net';
import { env } from '@/lib/env';
import { SHARED_KEY } from './limits';

/**
 * The key of whom a request comes from, when it is nobody we know: the address in the header that this installation
 * trusts, else the shared bucket, because any other header could be made up. Of a list the last entry counts, which is
 * the nearest proxy's; of an IPv6 address its /64, which is what one household has.
 */
export function addressKey(headers: Headers, name = env().ADDRESS_HEADER): string {
  const address = (name && headers.get(name)?.split(',').at(-1)?.trim()) || '';
  if (!isIP(address)) return SHARED_KEY;
  return isIPv6(address) ? network(address) : address;
}

/** The first four groups of an IPv6 address, written out. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [left = '', right] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const head = left ? left.split(':') : [];
  const tail = right ? right.split(':') : [];
  const gap = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array<string>(gap).fill('0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
