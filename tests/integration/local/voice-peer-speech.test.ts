import { describe, expect, it } from 'vitest';
import { order, sessionFor, voicePeer } from '../../support/voice-peer.ts';
import { voiceLike } from '../../support/voice-client.ts';

const { call, misbehave } = voicePeer();

describe('speech', () => {
  it('finds a turn, says that it did not understand, and that there is no transcript', async () => {
    const client = await call();
    await client.speak(voiceLike(600));
    void client.rest(800);
    const started = await client.next('input_audio_buffer.speech_started');
    const failed = await client.next('conversation.item.input_audio_transcription.failed');
    await client.next('response.done');
    expect(failed.item_id).toBe(started.item_id);
    expect(client.all('conversation.item.input_audio_transcription.completed')).toEqual([]);
    const { transcript } = await client.next('response.output_audio_transcript.done');
    expect(transcript).toContain('Je ne comprends pas la voix');
    const told = order(client).slice(order(client).indexOf('input_audio_buffer.speech_started'));
    expect(told.slice(0, 6)).toEqual([
      'input_audio_buffer.speech_started',
      'input_audio_buffer.speech_stopped',
      'input_audio_buffer.committed',
      'conversation.item.added',
      'conversation.item.done',
      'response.created',
    ]);
  });

  it('falls silent when somebody speaks over an answer', async () => {
    const client = await call();
    client.send({ type: 'response.create' });
    await client.next('response.done');
    await client.until(() => client.loud.length > 20, 'sound');
    void client.speak(voiceLike(400));
    const started = await client.next('input_audio_buffer.speech_started');
    await client.next('output_audio_buffer.cleared');
    const cut = await client.next('conversation.item.truncated');
    const packets = client.packets;
    await client.until(() => client.packets > packets + 10, 'packets after it');
    expect(client.loud.filter((at) => at > started.at + 200)).toEqual([]);
    expect(cut.audio_end_ms).toBeGreaterThan(200);
    client.send({ type: 'conversation.item.retrieve', item_id: cut.item_id });
    expect((await client.next('conversation.item.retrieved')).item).toMatchObject({ status: 'incomplete' });
    expect(client.all('output_audio_buffer.stopped')).toEqual([]);
  });

  it('cancels what is still being written when somebody speaks', async () => {
    await misbehave({ match: 'Slow', late_ms: 5000 });
    const client = await call(sessionFor({ firstName: 'Slow' }));
    client.type('bonjour');
    await client.next('response.created');
    void client.speak(voiceLike(300));
    const { response } = await client.next('response.done');
    expect(response).toMatchObject({
      status: 'cancelled',
      status_details: { type: 'cancelled', reason: 'turn_detected' },
    });
    expect(client.loud).toEqual([]);
  });

  it('takes what was said between two presses, and refuses a press that was too short', async () => {
    const client = await call(
      sessionFor(
        {},
        { audio: { input: { turn_detection: null, transcription: { model: 'gpt-transcribe' } } } },
      ),
    );
    client.send({ type: 'input_audio_buffer.clear' });
    await client.next('input_audio_buffer.cleared');
    client.send({ type: 'input_audio_buffer.commit' });
    expect((await client.next('error')).error.code).toBe('input_audio_buffer_commit_empty');
    await client.speak(voiceLike(500));
    client.send({ type: 'input_audio_buffer.commit' });
    const { item_id } = await client.next('input_audio_buffer.committed');
    client.send({ type: 'response.create' });
    await client.next('response.done');
    expect((await client.next('conversation.item.input_audio_transcription.failed')).item_id).toBe(item_id);
    expect(client.all('input_audio_buffer.speech_started')).toEqual([]);
  });

  it('sends packets without a gap, through silence too', async () => {
    const client = await call();
    const from = client.packets;
    const at = performance.now();
    await client.until(() => client.packets >= from + 100, 'two seconds');
    expect((performance.now() - at) / 100).toBeGreaterThan(15);
    expect((performance.now() - at) / 100).toBeLessThan(30);
  });
});
