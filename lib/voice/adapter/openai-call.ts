import { OpenAIRealtimeWebRTC, type RealtimeTransportLayer } from '@openai/agents-realtime';
import { readBriefing, writeBriefing } from '../briefing';
import { writeFirstSentence } from '../first-sentence';
import { eventReader } from './read-events';
import type { CallOptions, Line, VoiceCall } from './types';

const connectMs = 4_500;
const within = (value: unknown) =>
  (typeof value === 'object' && value !== null ? { ...value } : {}) as Record<string, unknown>;
const names = { fr: 'français', en: 'English', es: 'español' } as const;

/** Instructions whose briefing names another language. */
function inLanguage(instructions: unknown, language: keyof typeof names): string {
  const written = typeof instructions === 'string' ? instructions : '';
  const briefing = readBriefing(written);
  const order = `From now on, speak ${names[language]}.`;
  if (!briefing) return `${written}\n${order}`;
  const rest = written.split('\n').filter((line) => !line.startsWith('BRIEFING '));
  return [...rest, order, writeBriefing({ ...briefing, language })].join('\n');
}

/** A session in which JARVIS speaks another language and expects it. */
function sessionIn(session: Record<string, unknown>, language: keyof typeof names): Record<string, unknown> {
  const audio = within(session.audio);
  const input = within(audio.input);
  const { transcription } = input;
  return {
    ...session,
    instructions: inLanguage(session.instructions, language),
    audio: {
      ...audio,
      input: {
        ...input,
        ...(transcription ? { transcription: { ...within(transcription), language } } : {}),
      },
    },
  };
}

/** An earlier line as an item of the new call. */
const remembered = ({ by, text }: Line) => ({
  type: 'conversation.item.create',
  item: {
    type: 'message',
    role: by === 'member' ? 'user' : 'assistant',
    content: [{ type: by === 'member' ? 'input_text' : 'output_text', text }],
  },
});

/** The arguments of a tool call; the model may write anything, our server judges them. */
function argumentsOf(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json || '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

const tooLate = (ms: number) =>
  new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error('The call took too long.')), ms));

/**
 * Opens a call over WebRTC: sound goes straight to the service, offer and tools through our server.
 * Throws when it is not connected within four and a half seconds; tracing stays off.
 */
export async function openCall(
  options: CallOptions,
  transport: RealtimeTransportLayer = new OpenAIRealtimeWebRTC({
    baseUrl: options.url,
    mediaStream: options.microphone,
    audioElement: options.speaker,
  }),
): Promise<VoiceCall> {
  const read = eventReader();
  let { session } = options;
  let isOpen = true;
  let isConnected = false;
  /** Something of JARVIS is under way, made or heard. */
  let isBusy = false;

  const stop = () => {
    if (!isOpen) return;
    isOpen = false;
    transport.close();
  };
  transport.on('*', (raw) => {
    if (!isOpen) return;
    for (const event of read(raw)) {
      if (event.type === 'answering' || event.type === 'sound')
        isBusy = event.type === 'answering' || event.isOn;
      options.on(event);
    }
  });
  // Errors of the service come as events too; those of the connection end in a drop.
  transport.on('error', () => undefined);
  transport.on('connection_change', (status) => {
    // A connection that never was has failed, which is told otherwise.
    if (!isOpen || !isConnected || status !== 'disconnected') return;
    isOpen = false;
    options.on({ type: 'dropped' });
  });
  transport.on('function_call', (call) => {
    const args = argumentsOf(call.arguments);
    void options.useTool(call.name, args, call.callId).then((outcome) => {
      if (!isOpen) return;
      options.on({ type: 'tool', name: call.name, arguments: args, outcome });
      transport.sendFunctionCallOutput(call, JSON.stringify(outcome), true);
    });
  });

  try {
    const connected = transport.connect({
      apiKey: options.token,
      ...(typeof session.model === 'string' && { model: session.model }),
      initialSessionConfig: { providerData: session, tracing: null },
    });
    await Promise.race([connected, tooLate(connectMs)]);
    isConnected = true;
  } catch (error) {
    stop();
    throw error;
  }
  for (const line of options.before) transport.sendEvent(remembered(line));

  const interrupt = () => {
    if (isBusy) transport.interrupt();
    isBusy = false;
  };
  return {
    say: (text) => {
      interrupt();
      transport.sendMessage(text, {});
    },
    greet: (sentence) => transport.requestResponse?.({ instructions: writeFirstSentence(sentence) }),
    speakIn: (language) => {
      session = sessionIn(session, language);
      transport.updateSessionConfig({ providerData: session });
    },
    listen: (isMicrophoneOpen) => {
      for (const track of options.microphone.getAudioTracks()) track.enabled = isMicrophoneOpen;
    },
    interrupt,
    stop,
  };
}
