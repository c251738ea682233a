import 'server-only';
import type { RealtimeSessionCreateRequest } from 'openai/resources/realtime/realtime';
import { voiceTools } from '../tools';
import { instructionsFor } from './instructions/index';
import type { CallBriefing } from './schemas';

const voices = ['alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse', 'marin', 'cedar'];
const VOICE = 'marin';

/** Three sentences; a longer answer was a mistake, and each of its tokens costs. */
const LONGEST_ANSWER = 1_024;

/** The session of a call, the same for provider and browser. */
export type CallSession = ReturnType<typeof callSession>;

/**
 * What a call is opened with: a microphone across a loud entrance, so noise reduction for far voices and a threshold
 * above the default; nothing is traced; a transcription that is null is off.
 */
export function callSession(briefing: CallBriefing) {
  const { model, setting, voice } = briefing;
  const session = {
    type: 'realtime',
    model,
    instructions: instructionsFor(briefing),
    output_modalities: ['audio'],
    audio: {
      input: {
        noise_reduction: { type: 'far_field' },
        turn_detection: {
          type: 'server_vad',
          threshold: 0.65,
          prefix_padding_ms: 300,
          silence_duration_ms: 450,
          create_response: true,
          interrupt_response: true,
        },
      },
      output: { voice: voices.includes(voice) ? voice : VOICE },
    },
    reasoning: { effort: 'low' },
    max_output_tokens: LONGEST_ANSWER,
    tools: voiceTools,
    tool_choice: 'auto',
    tracing: null,
  } satisfies RealtimeSessionCreateRequest;
  const { audio } = session;
  const transcription = briefing.transcription_model && {
    model: briefing.transcription_model,
    language: setting.language,
  };
  return { ...session, audio: { ...audio, input: { ...audio.input, transcription: transcription || null } } };
}
