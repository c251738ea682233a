import type { Pacer } from '../audio/pacer.ts';
import type { Speech } from '../audio/speech.ts';
import { Mind } from '../brain/mind.ts';
import type { Faults } from '../faults.ts';
import { newId } from '../protocol/ids.ts';
import { Items } from '../protocol/items.ts';
import type { Session } from '../protocol/session.ts';
import { type Incoming, type Item, Refusal, type Send } from '../protocol/types.ts';
import { Ear } from './ear.ts';
import { Player } from './player.ts';
import { Responses } from './responses.ts';

/** One call's conversation behind its data channel: takes the browser's events and packets, answers with its own. */
export class Conversation {
  readonly ear: Ear;
  readonly responses: Responses;
  readonly #session: Session;
  readonly #send: Send;
  readonly #items: Items;
  readonly #mind: Mind;
  readonly #player: Player;
  readonly #speech: Speech;
  readonly #faults: Faults;
  readonly #sounds = new Map<string, number>();
  #turns = 0;

  constructor(parts: {
    session: Session;
    send: Send;
    pacer: Pacer;
    speech: Speech;
    faults: Faults;
    onTalk: () => void;
  }) {
    const { session, send, pacer, speech, faults } = parts;
    this.#session = session;
    this.#send = send;
    this.#speech = speech;
    this.#faults = faults;
    this.#items = new Items(send);
    this.#mind = new Mind(
      () => session.instructions,
      (tool) => session.offers(tool),
    );
    this.#player = new Player(pacer, send, this.#items, this.#sounds, parts.onTalk);
    this.responses = new Responses({
      send,
      session,
      speech,
      faults,
      items: this.#items,
      mind: this.#mind,
      player: this.#player,
      sounds: this.#sounds,
      conversationId: newId('conv'),
    });
    this.ear = new Ear(session, this.#items, send, {
      onSpeech: () => {
        if (session.detection?.interrupt) this.responses.interrupt();
      },
      onTurn: (itemId, ms) => this.#onTurn(itemId, ms),
    });
  }

  /** What the API says first, once the channel is open. */
  open(): void {
    this.#send({ type: 'session.created', session: this.#session.describe() });
    const { texts, language } = this.#mind.likely();
    void this.#speech.prepare(texts, language);
  }

  /** Takes an event of the browser's. Throws a `Refusal` for what the API would answer with an `error` event. */
  take(event: Incoming): void {
    switch (event.type) {
      case 'session.update':
        this.#session.update(event.session);
        return this.#send({ type: 'session.updated', session: this.#session.describe() });
      case 'conversation.item.create':
        return this.#create(event.item);
      case 'conversation.item.retrieve':
        return this.#items.retrieve(event.item_id);
      case 'conversation.item.delete':
        return this.#items.delete(event.item_id);
      case 'conversation.item.truncate':
        return this.#items.truncate(event.item_id, event.audio_end_ms, event.content_index);
      case 'input_audio_buffer.clear':
        return this.ear.clear();
      case 'input_audio_buffer.commit':
        return this.ear.commit();
      case 'output_audio_buffer.clear':
        return this.#player.clear();
      case 'response.create':
        return this.responses.create(event.response?.instructions);
      case 'response.cancel':
        return this.responses.cancel();
      default:
        throw new Refusal(`Invalid value: '${String(event.type)}'.`, {
          code: 'invalid_value',
          param: 'type',
        });
    }
  }

  #create(item: Item): void {
    if (item.type === 'function_call_output' && !this.#items.hasCall(item.call_id)) {
      throw new Refusal(`Tool call ID '${item.call_id}' not found in conversation.`, {
        code: 'invalid_tool_call_id',
        param: 'item.call_id',
      });
    }
    const added = this.#items.add('role' in item ? { ...item, status: 'completed' } : item);
    this.#items.done(added);
    if (item.type === 'function_call_output') this.#mind.learn(item.call_id, item.output);
    if (item.type !== 'message') return;
    if (item.role === 'assistant') this.#mind.resume();
    if (item.role !== 'user') return;
    const text = item.content.map((part) => part.text ?? '').join(' ');
    if (text.trim()) this.#mind.hear(text);
  }

  #onTurn(itemId: string, ms: number): void {
    this.#sounds.set(itemId, ms);
    const said = this.#faults.transcripts[this.#turns];
    this.#turns += 1;
    if (said) this.#mind.hear(said);
    else this.#mind.miss();
    if (this.#session.detection?.respond) this.responses.createAfterTurn();
    this.#transcribe(itemId, ms, said);
  }

  /** Without a script it says truthfully that there is no transcript: it understands no speech. */
  #transcribe(itemId: string, ms: number, said: string | undefined): void {
    const model = this.#session.transcription;
    if (!model || this.#faults.transcription === 'none') return;
    const place = { item_id: itemId, content_index: 0 };
    if (!said) {
      const error = {
        type: 'transcription_error',
        code: 'audio_unintelligible',
        message: 'The voice peer understands no speech: type, or tap a phrase.',
      };
      return this.#send({ type: 'conversation.item.input_audio_transcription.failed', ...place, error });
    }
    this.#items.transcribe(itemId, said);
    this.#send({ type: 'conversation.item.input_audio_transcription.delta', ...place, delta: said });
    this.#send({
      type: 'conversation.item.input_audio_transcription.completed',
      ...place,
      transcript: said,
      usage: { type: 'duration', seconds: Math.max(1, Math.round(ms / 1000)) },
    });
  }
}
