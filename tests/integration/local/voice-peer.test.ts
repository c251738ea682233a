import { describe, expect, it } from 'vitest';
import { writeFirstSentence } from '../../../lib/voice/first-sentence.ts';
import { order, sessionFor, voicePeer } from '../../support/voice-peer.ts';
import { VoiceClient } from '../../support/voice-client.ts';

const running = voicePeer();
const { call, keep } = running;

const tools = ['get_member_profile', 'get_class_schedule', 'get_gym_info', 'report_issue'].map((name) => ({
  type: 'function' as const,
  name,
}));

describe('the way in', () => {
  it('makes client secrets that open calls, with the official SDK', async () => {
    const secret = await running.api.realtime.clientSecrets.create({
      expires_after: { anchor: 'created_at', seconds: 60 },
      session: sessionFor(),
    });
    expect(secret.value).toMatch(/^ek_/);
    expect(secret.expires_at - Date.now() / 1000).toBeCloseTo(60, -1);
    const client = new VoiceClient();
    keep(client);
    const answer = await fetch(`${running.peer.url}/realtime/calls`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret.value}`, 'content-type': 'application/sdp' },
      body: await client.offer(),
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toMatch(/^\/v1\/realtime\/calls\/rtc_/);
    await client.accept(await answer.text());
    expect((await client.next('session.created')).session).toMatchObject({ model: 'gpt-realtime-2.1-mini' });
  });

  it('answers with all of its addresses, its own machine among them, and a stream', async () => {
    const client = new VoiceClient();
    keep(client);
    const answer = await running.api.realtime.calls.create({
      sdp: await client.offer(),
      session: sessionFor(),
    });
    const sdp = await answer.text();
    const candidates = sdp.match(/^a=candidate:.*$/gm) ?? [];
    expect(candidates.some((line) => line.includes(' 127.0.0.1 '))).toBe(true);
    expect(candidates.every((line) => line.includes(' typ host'))).toBe(true);
    expect(sdp).toContain('a=end-of-candidates');
    expect(sdp).toMatch(/^a=msid:\S+ \S+/m);
    expect(sdp).toContain('PCMU/8000');
  });

  it('lets nobody in without its key, and no secret do more than call', async () => {
    const { value } = await running.api.realtime.clientSecrets.create({ session: sessionFor() });
    const status = async (key: string, path: string, body: string, type = 'application/json') =>
      (
        await fetch(`${running.peer.url}${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': type },
          body,
        })
      ).status;
    expect(await status('sk-other', '/realtime/client_secrets', '{}')).toBe(401);
    expect(await status('ek_unknown', '/realtime/calls', 'v=0', 'application/sdp')).toBe(401);
    expect(await status(value, '/realtime/client_secrets', '{}')).toBe(403);
    expect(await status(value, '/voice-peer/faults', '{}')).toBe(403);
    expect(await status(running.peer.key, '/realtime/client_secrets', '{}')).toBe(400);
    expect(await status(running.peer.key, '/realtime/calls', 'hello', 'application/sdp')).toBe(400);
    expect(await status(running.peer.key, '/realtime/calls', 'hello', 'text/plain')).toBe(400);
    expect(await status(running.peer.key, '/realtime/nothing', '{}')).toBe(404);
  });

  it('hangs up once, and knows no call of that name afterwards', async () => {
    const client = await call();
    await running.api.realtime.calls.hangup(client.callId);
    await client.until(() => client.state === 'closed', 'the end');
    await expect(running.api.realtime.calls.hangup(client.callId)).rejects.toMatchObject({ status: 404 });
    await expect(running.api.realtime.calls.hangup('rtc_unknown')).rejects.toMatchObject({ status: 404 });
  });
});

describe('a conversation', () => {
  it('warms the channel before the answer that connect() waits for, and answers each update', async () => {
    const client = await call();
    client.send({
      type: 'session.update',
      session: { type: 'realtime', audio: { input: { turn_detection: null } } },
    });
    client.send({ type: 'session.update', session: { type: 'realtime', tracing: null } });
    const { session } = await client.next('session.updated', 2);
    expect(session).toMatchObject({
      model: 'gpt-realtime-2.1-mini',
      audio: { input: { turn_detection: null, transcription: { model: 'gpt-transcribe' } } },
    });
    const before = order(client).slice(0, order(client).indexOf('session.updated'));
    expect(before).toEqual(['session.created', ...Array<string>(6).fill('rate_limits.updated')]);
  });

  it('greets by name when nobody has said anything, with sound, in the order of the API', async () => {
    const client = await call();
    client.send({ type: 'response.create' });
    const { response } = await client.next('response.done');
    await client.until(() => client.loud.length > 10, 'sound');
    await client.next('output_audio_buffer.stopped');
    expect((await client.next('response.output_audio_transcript.done')).transcript).toContain('Bonjour Ana');
    const deltas = client.all('response.output_audio_transcript.delta').map(({ delta }) => delta);
    expect(deltas.join('')).toBe((await client.next('response.output_audio_transcript.done')).transcript);
    const told = order(client)
      .slice(order(client).indexOf('response.created'))
      .filter((type) => type !== 'output_audio_buffer.started')
      .filter((type, at, all) => type !== all[at - 1]);
    expect(told).toEqual([
      'response.created',
      'rate_limits.updated',
      'response.output_item.added',
      'conversation.item.added',
      'response.content_part.added',
      'response.output_audio_transcript.delta',
      'response.output_audio.done',
      'response.output_audio_transcript.done',
      'response.content_part.done',
      'conversation.item.done',
      'response.output_item.done',
      'response.done',
      'output_audio_buffer.stopped',
    ]);
    expect(response.status).toBe('completed');
    expect(response.usage?.output_token_details?.audio_tokens).toBeGreaterThan(40);
    expect(response.usage?.total_tokens).toBe(
      (response.usage?.input_tokens ?? 0) + (response.usage?.output_tokens ?? 0),
    );
  });

  it('calls a tool through the browser, and speaks with what came back', async () => {
    const client = await call(sessionFor({}, { tools }));
    client.type("quels sont les horaires d'ouverture");
    const { item } = await client.next('response.output_item.done');
    const done = await client.next('response.function_call_arguments.done');
    expect(item).toMatchObject({ type: 'function_call', name: 'get_gym_info', status: 'completed' });
    await client.next('response.done');
    client.send({
      type: 'conversation.item.create',
      item: {
        type: 'function_call_output',
        call_id: done.call_id,
        output: JSON.stringify({
          ok: true,
          result: {
            name: 'Lille',
            today: { open: '06:00', close: '23:00', is_open: true },
            exceptions: [],
            week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, open: '06:00', close: '23:00' })),
            facilities: [],
          },
        }),
      },
    });
    client.send({ type: 'response.create' });
    const { transcript } = await client.next('response.output_audio_transcript.done');
    expect(transcript).toMatch(/23\sh/);
    expect(client.all('error')).toEqual([]);
  });

  it('holds each item from the moment it is told, and says which it does not know', async () => {
    const client = await call();
    client.type('bonjour');
    const added = await client.next('conversation.item.added', 2);
    client.send({ type: 'conversation.item.retrieve', item_id: added.item.id ?? '' });
    expect((await client.next('conversation.item.retrieved')).item.id).toBe(added.item.id);
    client.send({ type: 'conversation.item.retrieve', item_id: 'item_unknown', event_id: 'mine' });
    expect((await client.next('error')).error).toMatchObject({
      code: 'item_retrieve_invalid_item_id',
      event_id: 'mine',
    });
  });

  it('refuses a second response while one is made, a cancellation of none, and an unknown tool call', async () => {
    const client = await call();
    client.send({ type: 'response.cancel' });
    client.type('bonjour');
    client.send({ type: 'response.create' });
    client.send({
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id: 'call_x', output: '{}' },
    });
    await client.next('error', 3);
    expect(client.all('error').map(({ error }) => error.code)).toEqual([
      'response_cancel_not_active',
      'conversation_already_has_active_response',
      'invalid_tool_call_id',
    ]);
  });

  it('follows new instructions in mid-talk: another language, a known name', async () => {
    const client = await call(sessionFor({ firstName: '' }));
    const { instructions = '' } = sessionFor({ language: 'es', firstName: 'Lola' });
    client.send({ type: 'session.update', session: { type: 'realtime', instructions } });
    await client.next('session.updated');
    client.send({ type: 'response.create' });
    expect((await client.next('response.output_audio_transcript.done')).transcript).toContain('Hola');
  });

  it('begins with the sentence that it is given, word for word', async () => {
    const client = await call(sessionFor({}, { tools }));
    const instructions = writeFirstSentence('Bonjour « Ana ». Ton cours de "RPM" est à 18 h.');
    client.send({ type: 'response.create', response: { instructions } });
    const { transcript } = await client.next('response.output_audio_transcript.done');
    expect(transcript).toBe('Bonjour « Ana ». Ton cours de "RPM" est à 18 h.');
    client.send({ type: 'response.create' });
    expect((await client.next('response.done', 2)).response.output).toEqual([]);
  });

  it('does not greet again where an earlier call was taken up', async () => {
    const client = await call();
    client.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'mes réservations' }] },
    });
    client.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Rien ce soir.' }] },
    });
    client.send({ type: 'response.create' });
    expect((await client.next('response.done')).response.output).toEqual([]);
  });

  it('counts what a long conversation reads again as cached', async () => {
    const client = await call();
    client.type('bonjour');
    const first = await client.next('response.done');
    client.type('merci');
    const second = await client.next('response.done', 2);
    expect(first.response.usage?.input_token_details?.cached_tokens).toBe(0);
    expect(second.response.usage?.input_token_details?.cached_tokens).toBe(
      first.response.usage?.input_tokens,
    );
    expect(second.response.usage?.input_tokens).toBeGreaterThan(first.response.usage?.input_tokens ?? 0);
  });
});

it('holds several calls at once, each with its own member', async () => {
  const names = ['Ana', 'Ben', 'Chloé', 'Driss'];
  const clients = await Promise.all(names.map((firstName) => call(sessionFor({ firstName }))));
  for (const client of clients) client.send({ type: 'response.create' });
  const said = await Promise.all(
    clients.map((client) => client.next('response.output_audio_transcript.done')),
  );
  expect(said.map(({ transcript }) => /Bonjour (\S+),/.exec(transcript)?.[1])).toEqual(names);
});
