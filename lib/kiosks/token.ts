import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** A fresh token of a kiosk: 256 bits in hex. */
export function newToken(): string {
  return randomBytes(32).toString('hex');
}

/** What the database keeps of a token, 64 hex digits. A plain hash will do: 256 random bits cannot be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
