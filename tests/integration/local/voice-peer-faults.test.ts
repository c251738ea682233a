import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { VoiceClient, voiceLike } from '../../support/voice-client.ts';
import { sessionFor, voicePeer } from '../../support/voice-peer.ts';

const running = voicePeer();
const { call, keep, misbehave } = running;
const own = (firstName: string) => sessionFor({ firstName });

describe('a peer that was told to misbehave', () => {
  it.each([401, 429, 503] as const)(
    'refuses a call with %i, once, and only the one that was meant',
    async (refuse) => {
      expect((await misbehave({ match: 'Rita', refuse })).status).toBe(204);
      await call(own('Ana'));
      const client = new VoiceClient();
      keep(client);
      const sdp = await client.offer();
      await expect(running.api.realtime.calls.create({ sdp, session: own('Rita') })).rejects.toMatchObject({
        status: refuse,
      });
      await call(own('Rita'));
    },
  );

  it('leaves an offer without an answer', async () => {
    await misbehave({ match: 'Stan', stall: 'answer' });
    const api = new OpenAI({
      apiKey: running.peer.key,
      baseURL: running.peer.url,
      maxRetries: 0,
      timeout: 500,
    });
    const client = new VoiceClient();
    keep(client);
    await expect(client.call(api, own('Stan'))).rejects.toThrow(OpenAI.APIConnectionTimeoutError);
  });

  it('takes a call and says nothing', async () => {
    await misbehave({ match: 'Stan', stall: 'events' });
    const client = new VoiceClient();
    keep(client);
    await client.call(running.api, own('Stan'));
    client.type('bonjour');
    const packets = client.packets;
    await client.until(() => client.packets > packets + 25, 'packets of silence');
    expect(client.events).toEqual([]);
    expect(client.loud).toEqual([]);
  });

  it('begins an answer and never ends it', async () => {
    await misbehave({ match: 'Stan', stall: 'response' });
    const client = await call(own('Stan'));
    client.type('bonjour');
    await client.next('response.created');
    client.send({ type: 'response.create' });
    expect((await client.next('error')).error.code).toBe('conversation_already_has_active_response');
    expect(client.all('response.done')).toEqual([]);
  });

  it('hangs up in mid-talk', async () => {
    await misbehave({ match: 'Dora', drop: 'hang_up', drop_after_ms: 200 });
    const client = await call(own('Dora'));
    client.send({ type: 'response.create' });
    await client.next('output_audio_buffer.started');
    await client.until(() => client.state === 'closed', 'the end');
    expect(client.loud.length).toBeGreaterThan(0);
    await call(own('Dora'));
  });

  it('vanishes in mid-talk without a word', async () => {
    await misbehave({ match: 'Dora', drop: 'vanish', drop_after_ms: 200 });
    const client = await call(own('Dora'));
    client.send({ type: 'response.create' });
    await client.next('output_audio_buffer.started');
    let last = -1;
    await client.until(() => {
      const same = client.packets === last && last > 0 && performance.now() - (client.loud.at(-1) ?? 0) > 400;
      last = client.packets;
      return same;
    }, 'the last packet');
    client.send({ type: 'session.update', session: { type: 'realtime' } });
    expect(client.all('output_audio_buffer.stopped')).toEqual([]);
    expect(client.state).toBe('connected');
  });

  it('answers the first request by an error, then goes on', async () => {
    await misbehave({ match: 'Emil', error: 'server_error' });
    const client = await call(own('Emil'));
    client.type('bonjour');
    expect((await client.next('error')).error).toMatchObject({ type: 'server_error', code: 'server_error' });
    client.send({ type: 'response.create' });
    expect((await client.next('response.done')).response.status).toBe('completed');
  });

  it('reaches a limit, then goes on', async () => {
    await misbehave({ match: 'Lea', rate_limit: true });
    const client = await call(own('Lea'));
    client.type('bonjour');
    const { response } = await client.next('response.done');
    expect(response).toMatchObject({
      status: 'failed',
      status_details: { type: 'failed', error: { code: 'rate_limit_exceeded' } },
    });
    client.type('bonjour');
    expect((await client.next('response.done', 2)).response.status).toBe('completed');
  });

  it('tells nothing of what was spoken', async () => {
    await misbehave({ match: 'Tim', transcription: 'none' });
    const client = await call(own('Tim'));
    await client.speak(voiceLike(500));
    void client.rest(800);
    await client.next('response.done');
    await client.next('output_audio_buffer.started');
    expect(client.events.filter(({ type }) => type.includes('transcription'))).toEqual([]);
  });

  it('sounds late', async () => {
    await misbehave({ match: 'Zoe', late_ms: 700 });
    const client = await call(own('Zoe'));
    client.type('bonjour');
    const { at } = await client.next('response.created');
    expect((await client.next('output_audio_buffer.started')).at - at).toBeGreaterThan(650);
  });

  it('knows what was said where a script tells it, turn by turn', async () => {
    await misbehave({ match: 'Sam', transcripts: ['merci', 'bonjour'] });
    const client = await call(own('Sam'));
    for (const [turn, said] of ['merci', 'bonjour'].entries()) {
      await client.speak(voiceLike(400));
      void client.rest(700);
      const heard = await client.next('conversation.item.input_audio_transcription.completed', turn + 1);
      expect(heard.transcript).toBe(said);
      expect(heard.usage).toMatchObject({ type: 'duration' });
      await client.next('response.done', turn + 1);
      client.send({ type: 'output_audio_buffer.clear' });
    }
    const said = client.all('response.output_audio_transcript.done').map(({ transcript }) => transcript);
    expect(said[0]).toContain('Avec plaisir');
    expect(said[1]).toContain('Bonjour');
  });

  it('names a fault that it does not know', async () => {
    const answer = await misbehave({ explode: true });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain('explode');
  });

  it('lists its calls, with how they ended', async () => {
    const client = await call(own('Uma'));
    await running.api.realtime.calls.hangup(client.callId);
    const list = await fetch(`${running.peer.url}/voice-peer/calls`, {
      headers: { authorization: `Bearer ${running.peer.key}` },
    });
    const calls = (await list.json()) as { id: string; ended: string | null }[];
    expect(calls.find(({ id }) => id === client.callId)).toMatchObject({ ended: 'hangup' });
  });
});
