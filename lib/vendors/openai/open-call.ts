import 'server-only';
import type { RealtimeSessionCreateRequest } from 'openai/resources/realtime/realtime';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { openAi } from './client';

/** A WebRTC call that has been accepted. */
export interface OpenedCall {
  /** The answer to the browser's offer. */
  sdp: string;
  /** By which the provider knows the call, for hanging up. */
  callId: string;
}

/**
 * Exchanges the browser's offer for the provider's answer. Throws `voice_unavailable` without a provider, and when it
 * refuses, is away, or names no call that could be hung up again.
 * @param session a session of the Realtime API; a transcription may be null, which is off
 */
export async function openCall(sdp: string, session: object, signal: AbortSignal): Promise<OpenedCall> {
  const client = openAi();
  if (!client) throw new AppError('voice_unavailable');
  try {
    const answer = await client.realtime.calls.create(
      { sdp, session: session as RealtimeSessionCreateRequest },
      { signal },
    );
    const callId = /\/([\w-]{1,200})$/.exec(answer.headers.get('location') ?? '')?.[1];
    if (!callId) throw new Error('The answer has no Location of a call.');
    return { sdp: await answer.text(), callId };
  } catch (cause) {
    log.error({ err: cause }, 'the voice provider opened no call');
    throw new AppError('voice_unavailable', { cause });
  }
}
