import 'server-only';
import { randomBytes } from 'node:crypto';

/** A fresh one-time token for a call. The prefix is that of OpenAI's own, which their browser package asks for. */
export const newCallToken = (): string => `ek_${randomBytes(32).toString('base64url')}`;

/** The token of an Authorization header; null where there is none of ours. */
export const callTokenFrom = (headers: Headers): string | null =>
  /^Bearer (ek_[\w-]{43})$/.exec(headers.get('authorization') ?? '')?.[1] ?? null;
