import { ScriptedRealtimeTransport } from '@openai/agents-realtime/testing';
import { describe, expect, it } from 'vitest';
import { openCall } from '@/lib/voice/adapter/openai-call';
import { eventReader } from '@/lib/voice/adapter/read-events';
import type { CallOptions, Line, VoiceEvent } from '@/lib/voice/adapter/types';
import { readBriefing, writeBriefing } from '@/lib/voice/briefing';

const briefing = {
  language: 'fr',
  address: 'tu',
  firstName: 'Inès',
  gymName: 'Club Rivoire',
  now: '2026-11-21T17:42:00+01:00',
  timezone: 'Europe/Paris',
  bookingsBy: 'jarvis',
  topics: [],
} as const;
const session = {
  type: 'realtime',
  model: 'gpt-realtime-2.1-mini',
  instructions: `Sois bref.\n${writeBriefing({ ...briefing, topics: [] })}`,
  audio: { input: { transcription: { model: 'gpt-transcribe', language: 'fr' }, turn_detection: null } },
  tools: [{ type: 'function', name: 'get_class_schedule' }],
};

/** A call over a transport without a network; what it says, what it was told, and the switch of its microphone. */
async function scripted(
  before: readonly Line[] = [],
  tool: CallOptions['useTool'] = async () => ({ ok: true }),
) {
  const transport = new ScriptedRealtimeTransport();
  const heard: VoiceEvent[] = [];
  const track = { enabled: true };
  const call = await openCall(
    {
      token: 'ek_once',
      session,
      url: 'http://localhost/api/voice/calls',
      microphone: { getAudioTracks: () => [track] } as unknown as MediaStream,
      speaker: {} as HTMLAudioElement,
      before,
      useTool: tool,
      on: (event) => heard.push(event),
    },
    transport,
  );
  const sent = (method: string) => transport.calls.filter((one) => one.method === method);
  const raw = (event: Record<string, unknown>) => transport.emit('*', event as never);
  return { transport, call, heard, sent, raw, track };
}

describe('a call of the realtime SDK', () => {
  it('goes out with the session of the token whole, and without tracing', async () => {
    const { sent } = await scripted();
    expect(sent('connect')).toMatchObject([
      {
        options: {
          apiKeyProvided: true,
          model: session.model,
          initialSessionConfig: { providerData: session, tracing: null },
        },
      },
    ]);
  });

  it('fails when the service refuses it, and hangs up', async () => {
    const transport = new ScriptedRealtimeTransport();
    const heard: VoiceEvent[] = [];
    transport.failNextCall('connect', new Error('refused'));
    const microphone = { getAudioTracks: () => [] } as unknown as MediaStream;
    const options = {
      token: 'ek_',
      session,
      url: '',
      microphone,
      speaker: {} as HTMLAudioElement,
      before: [],
    };
    const call = openCall(
      { ...options, useTool: async () => null, on: (event) => heard.push(event) },
      transport,
    );
    await expect(call).rejects.toThrow('refused');
    transport.assertClosed();
    expect(heard).toEqual([]);
  });

  it('tells another call what was said before', async () => {
    const { sent } = await scripted([
      { by: 'member', text: 'yoga ?' },
      { by: 'jarvis', text: 'À 18 h 30.' },
    ]);
    expect(sent('sendEvent')).toMatchObject([
      { event: { item: { role: 'user', content: [{ type: 'input_text', text: 'yoga ?' }] } } },
      { event: { item: { role: 'assistant', content: [{ type: 'output_text', text: 'À 18 h 30.' }] } } },
    ]);
  });

  it('runs tools on our server, and takes no arguments that are none', async () => {
    const asked: unknown[] = [];
    const { transport, heard, sent } = await scripted([], async (...args) => {
      asked.push(args);
      return { ok: true, result: { classes: [] } };
    });
    const base = {
      id: 'item_1',
      type: 'function_call',
      name: 'get_class_schedule',
      responseId: 'r',
    } as const;
    transport.emit('function_call', { ...base, callId: 'call_1', arguments: '{"day":"today"}' });
    transport.emit('function_call', { ...base, callId: 'call_2', arguments: '["not", "these"]' });
    await expect.poll(() => sent('sendFunctionCallOutput').length).toBe(2);
    expect(asked).toEqual([
      ['get_class_schedule', { day: 'today' }, 'call_1'],
      ['get_class_schedule', {}, 'call_2'],
    ]);
    expect(heard.map((event) => event.type)).toEqual(['tool', 'tool']);
    expect(sent('sendFunctionCallOutput')[0]).toMatchObject({
      output: '{"ok":true,"result":{"classes":[]}}',
    });
  });

  it('interrupts what is said before it sends typed words', async () => {
    const { call, raw, transport } = await scripted();
    call.say('bonjour');
    raw({ type: 'output_audio_buffer.started' });
    call.say('yoga');
    expect(transport.calls.map(({ method }) => method)).toEqual([
      'connect',
      'sendMessage',
      'interrupt',
      'sendMessage',
    ]);
  });

  it('changes the language of the briefing in mid-call and keeps the rest', async () => {
    const { call, sent } = await scripted();
    call.speakIn('es');
    const [update] = sent('updateSessionConfig') as unknown as { config: { providerData: typeof session } }[];
    const changed = update?.config.providerData;
    expect(changed).toMatchObject({ tools: session.tools });
    expect(changed?.audio.input).toEqual({
      transcription: { model: 'gpt-transcribe', language: 'es' },
      turn_detection: null,
    });
    expect(readBriefing(changed?.instructions ?? '')).toEqual({ ...briefing, language: 'es' });
    expect(changed?.instructions).toContain('Sois bref.');
  });

  it('says that it was dropped, but not that it was hung up', async () => {
    const lost = await scripted();
    lost.transport.disconnect();
    expect(lost.heard).toEqual([{ type: 'dropped' }]);
    const done = await scripted();
    done.call.stop();
    expect(done.heard).toEqual([]);
  });

  it('opens and shuts the microphone without ending it', async () => {
    const { call, track } = await scripted();
    call.listen(false);
    expect(track.enabled).toBe(false);
    call.listen(true);
    expect(track.enabled).toBe(true);
  });
});

describe('events of a call', () => {
  const readAll = (...events: Record<string, unknown>[]) => events.flatMap(eventReader());
  const delta = { type: 'response.output_audio_transcript.delta', item_id: 'a' };

  it('counts what JARVIS said once it has been heard', () => {
    expect(
      readAll(
        { ...delta, delta: 'Oui, ' },
        { ...delta, delta: '4 places.' },
        { type: 'output_audio_buffer.started' },
        { type: 'response.done', response: { id: 'r', status: 'completed', usage: { total_tokens: 3 } } },
        { type: 'output_audio_buffer.stopped' },
      ),
    ).toEqual([
      { type: 'jarvisWords', itemId: 'a', words: 'Oui, ' },
      { type: 'jarvisWords', itemId: 'a', words: '4 places.' },
      { type: 'sound', isOn: true },
      { type: 'answered', responseId: 'r', usage: { total_tokens: 3 } },
      { type: 'sound', isOn: false },
      { type: 'jarvisSaid', itemId: 'a', text: 'Oui, 4 places.', interrupted: false },
    ]);
  });

  it('marks what the member cut short', () => {
    const read = readAll(
      { ...delta, delta: 'Oui, ' },
      { type: 'output_audio_buffer.started' },
      { type: 'input_audio_buffer.speech_started', item_id: 'm' },
      { type: 'output_audio_buffer.cleared' },
      { type: 'response.done', response: { id: 'r', status: 'cancelled' } },
    );
    expect(read).toContainEqual({ type: 'jarvisSaid', itemId: 'a', text: 'Oui, ', interrupted: true });
    expect(read.filter(({ type }) => type === 'jarvisSaid')).toHaveLength(1);
  });

  it('tells a limit from another error, and no tale of a moment too late', () => {
    expect(
      readAll(
        { type: 'error', error: { code: 'response_cancel_not_active' } },
        { type: 'error', error: { type: 'server_error', code: 'internal' } },
        {
          type: 'response.done',
          response: { id: 'r', status: 'failed', status_details: { error: { code: 'rate_limit_exceeded' } } },
        },
      ),
    ).toEqual([
      { type: 'stumbled', reason: 'error' },
      { type: 'answered', responseId: 'r', usage: undefined },
      { type: 'stumbled', reason: 'rate_limited' },
    ]);
  });

  it('reads the member’s words and how they were paid, or that there were none', () => {
    const start = 'conversation.item.input_audio_transcription.';
    expect(
      readAll(
        { type: `${start}delta`, item_id: 'm', delta: 'yoga' },
        {
          type: `${start}completed`,
          item_id: 'm',
          transcript: 'Yoga ',
          usage: { type: 'duration', seconds: 1 },
        },
        { type: `${start}failed`, item_id: 'n', error: { message: 'no' } },
      ),
    ).toEqual([
      { type: 'memberWords', itemId: 'm', words: 'yoga' },
      { type: 'memberSaid', itemId: 'm', text: 'Yoga' },
      { type: 'transcribed', itemId: 'm', usage: { type: 'duration', seconds: 1 }, failed: false },
      { type: 'memberSaid', itemId: 'n', text: '' },
      { type: 'transcribed', itemId: 'n', usage: null, failed: true },
    ]);
  });
});
