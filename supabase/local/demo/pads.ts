import { createHash } from 'node:crypto';

/** The two padded keys of HMAC-SHA256 in hex, so that SQL can make the same keyed hash with `sha256()` alone. */
export function hmacPads(key: string): { ipad: string; opad: string } {
  const bytes = Buffer.from(key, 'utf8');
  const block = Buffer.alloc(64);
  (bytes.length > 64 ? createHash('sha256').update(bytes).digest() : bytes).copy(block);
  const pad = (mask: number) => Buffer.from(block.map((byte) => byte ^ mask)).toString('hex');
  return { ipad: pad(0x36), opad: pad(0x5c) };
}
