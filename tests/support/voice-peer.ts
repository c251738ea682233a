import OpenAI from 'openai';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Briefing, writeBriefing } from '../../lib/voice/briefing.ts';
import { type RunningVoicePeer, startVoicePeer } from '../../supabase/local/voice-peer/index.ts';
import { VoiceClient } from './voice-client.ts';

/** A session as our server makes it, with a briefing. */
export function sessionFor(
  briefing: Partial<Briefing> = {},
  more: Partial<OpenAI.Realtime.RealtimeSessionCreateRequest> = {},
): OpenAI.Realtime.RealtimeSessionCreateRequest {
  const told = writeBriefing({
    topics: [],
    language: 'fr',
    address: 'tu',
    firstName: 'Ana',
    gymName: 'Lille',
    now: '2026-11-20T17:00:00.000Z',
    timezone: 'Europe/Paris',
    bookingsBy: 'jarvis',
    ...briefing,
  });
  return {
    type: 'realtime',
    model: 'gpt-realtime-2.1-mini',
    instructions: `Tu es JARVIS.\n${told}`,
    audio: { input: { transcription: { model: 'gpt-transcribe' } } },
    ...more,
  };
}

/** The types of all events that came, in their order. */
export const order = (client: VoiceClient): string[] => client.events.map(({ type }) => type);

/** A voice peer for the tests of a file, the official SDK against it, and calls that end with their test. */
export function voicePeer() {
  const open: VoiceClient[] = [];
  let peer: RunningVoicePeer | undefined;
  const own = {
    get peer(): RunningVoicePeer {
      if (!peer) throw new Error('The voice peer starts before the first test.');
      return peer;
    },
    get api(): OpenAI {
      return new OpenAI({ apiKey: own.peer.key, baseURL: own.peer.url, maxRetries: 0 });
    },
    /** Ends a client's side after the test. */
    keep: (client: VoiceClient): void => void open.push(client),
    /** A call that stands. */
    call: async (session = sessionFor()): Promise<VoiceClient> => {
      const client = new VoiceClient();
      open.push(client);
      await client.call(own.api, session);
      await client.next('session.created');
      return client;
    },
    /** Lets coming calls misbehave; `match` a text of their instructions. */
    misbehave: async (rule: Record<string, unknown>): Promise<Response> =>
      fetch(`${own.peer.url}/voice-peer/faults`, {
        method: 'POST',
        headers: { authorization: `Bearer ${own.peer.key}`, 'content-type': 'application/json' },
        body: JSON.stringify(rule),
      }),
  };
  beforeAll(async () => {
    peer = await startVoicePeer();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((client) => client.close()));
  });
  afterAll(() => peer?.stop());
  return own;
}
