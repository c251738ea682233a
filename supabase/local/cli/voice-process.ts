import { fileURLToPath } from 'node:url';
import { firstLine } from './backend-process.ts';
import { secretsPath } from '../api/secrets.ts';
import type { BackendAddress } from '../types.ts';
import { type Child, startChild } from './children.ts';

export interface Voice {
  /** What the app needs to reach the voice. */
  env: Record<string, string>;
  /** The voice peer; none when a key for OpenAI was given. */
  child: Child | undefined;
  /** Who answers, in one sentence. */
  speaks: string;
}

/** OpenAI where a key is given, else a voice peer of this run's own, in a process of its own so that sound never waits. */
export async function obtainVoice(): Promise<Voice> {
  if (process.env.OPENAI_API_KEY) {
    return { env: {}, child: undefined, speaks: 'OpenAI answers at the kiosks, with your OPENAI_API_KEY' };
  }
  const script = fileURLToPath(new URL('run.mjs', import.meta.url));
  const child = startChild(script, ['voice-peer'], { pipe: true, stopsItself: true });
  const { url, key } = await firstLine<{ url: string; key: string }>(child, 'voice peer');
  return {
    env: { OPENAI_BASE_URL: url, OPENAI_API_KEY: key },
    child,
    speaks: `the voice peer answers at the kiosks, on this machine; with an OPENAI_API_KEY OpenAI does`,
  };
}

/**
 * Tells a backend that was started before whom its functions have to ask when calls end. Throws one clear sentence when
 * it does not take it.
 */
export async function tellBackend(backend: BackendAddress, env: Voice['env']): Promise<void> {
  const { OPENAI_API_KEY: key = '', OPENAI_BASE_URL: url = '' } = { ...process.env, ...env };
  const answer = await fetch(`${backend.url}${secretsPath}`, {
    method: 'POST',
    headers: { apikey: backend.secret_key, 'content-type': 'application/json' },
    body: JSON.stringify([
      { name: 'OPENAI_API_KEY', value: key },
      { name: 'OPENAI_BASE_URL', value: url },
    ]),
  });
  if (!answer.ok)
    throw new Error(`The running backend cannot end this app's calls (${answer.status}): start it again.`);
}
