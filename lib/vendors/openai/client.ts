import 'server-only';
import OpenAI from 'openai';
import { env, isLoopback } from '@/lib/env';

/** Less than a route has, so that the route still answers by itself. */
const PATIENCE_MS = 10_000;

let made: OpenAI | undefined;

/** The client of the configured provider, null without a key. Nothing is sent twice: a call that began must not begin again. */
export function openAi(): OpenAI | null {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = env();
  if (!apiKey) return null;
  made ??= new OpenAI({ apiKey, baseURL, maxRetries: 0, timeout: PATIENCE_MS });
  return made;
}

/** Whose voice it is: OpenAI's or a compatible server's elsewhere, the one that comes with this installation, or nobody's. */
export function voiceProvider(): 'openai' | 'builtin' | null {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: url } = env();
  if (!key) return null;
  return isLoopback(url) ? 'builtin' : 'openai';
}
