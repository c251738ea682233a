import type { VoiceEvent } from './types';

/** An event of the Realtime API as it came; fields are checked where they are read. */
type Raw = { readonly [field: string]: unknown };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const within = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});

/** Errors that say no more than that we were a moment too late or too early. */
const harmless = new Set([
  'response_cancel_not_active',
  'conversation_already_has_active_response',
  'input_audio_buffer_commit_empty',
  'item_truncate_invalid_item_id',
]);

const stumble = (error: unknown): VoiceEvent[] => {
  const { code, type } = within(error);
  if (harmless.has(text(code))) return [];
  const isLimit = /rate_limit|insufficient_quota/.test(`${text(code)} ${text(type)}`);
  return [{ type: 'stumbled', reason: isLimit ? 'rate_limited' : 'error' }];
};

/**
 * Reads the events of one call into ours. What JARVIS said counts once its sound has ended: an answer is complete
 * long before it is heard, and may be cut short until then.
 */
export function eventReader(): (raw: Raw) => VoiceEvent[] {
  let spoken: { itemId: string; text: string } | null = null;
  let isHeard = false;

  const finish = (interrupted: boolean): VoiceEvent[] => {
    if (!spoken) return [];
    const said: VoiceEvent = { type: 'jarvisSaid', ...spoken, interrupted };
    spoken = null;
    return [said];
  };
  const hears = (isOn: boolean, interrupted = false): VoiceEvent[] => {
    isHeard = isOn;
    return isOn ? [{ type: 'sound', isOn }] : [{ type: 'sound', isOn }, ...finish(interrupted)];
  };
  const words = (itemId: string, delta: string): VoiceEvent[] => {
    const earlier = spoken && spoken.itemId !== itemId ? finish(false) : [];
    spoken = { itemId, text: (spoken?.text ?? '') + delta };
    return [...earlier, { type: 'jarvisWords', itemId, words: delta }];
  };
  const done = (response: Raw): VoiceEvent[] => {
    const { status, status_details: details, usage } = response;
    const answered: VoiceEvent = { type: 'answered', responseId: text(response.id), usage };
    if (status === 'failed') return [answered, ...finish(true), ...stumble(within(details).error)];
    // Cut short before a sound of it was heard.
    return status === 'cancelled' && !isHeard ? [answered, ...finish(true)] : [answered];
  };

  return (raw) => {
    const itemId = text(raw.item_id);
    switch (raw.type) {
      case 'input_audio_buffer.speech_started':
        return [...(isHeard ? [] : finish(false)), { type: 'memberStarted', itemId }];
      case 'input_audio_buffer.speech_stopped':
        return [{ type: 'memberStopped' }];
      case 'conversation.item.input_audio_transcription.delta':
        return [{ type: 'memberWords', itemId, words: text(raw.delta) }];
      case 'conversation.item.input_audio_transcription.completed':
        return [
          { type: 'memberSaid', itemId, text: text(raw.transcript).trim() },
          { type: 'transcribed', itemId, usage: raw.usage ?? null, failed: false },
        ];
      case 'conversation.item.input_audio_transcription.failed':
        return [
          { type: 'memberSaid', itemId, text: '' },
          { type: 'transcribed', itemId, usage: null, failed: true },
        ];
      case 'response.created':
        return [{ type: 'answering' }];
      case 'response.output_audio_transcript.delta':
      case 'response.output_text.delta':
        return words(itemId, text(raw.delta));
      case 'output_audio_buffer.started':
        return hears(true);
      case 'output_audio_buffer.stopped':
        return hears(false);
      case 'output_audio_buffer.cleared':
        return hears(false, true);
      case 'response.done':
        return done(within(raw.response));
      case 'error':
        return stumble(raw.error);
      default:
        return [];
    }
  };
}
