import { randomBytes } from 'node:crypto';

type Kind = 'event' | 'item' | 'resp' | 'sess' | 'conv' | 'call' | 'rtc' | 'req';

/** A new id as the API makes them, such as `item_…`. */
export function newId(kind: Kind): string {
  return `${kind}_${randomBytes(15).toString('base64url').replace(/[-_]/g, 'x')}`;
}
