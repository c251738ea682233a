import { setTimeout as delay } from 'node:timers/promises';
import type { RealtimeResponse } from 'openai/resources/realtime/realtime';
import { type Speech, sentencesOf } from '../audio/speech.ts';
import type { Step } from '../brain/thought.ts';
import type { Mind } from '../brain/mind.ts';
import { newId } from '../protocol/ids.ts';
import type { Items } from '../protocol/items.ts';
import type { Session } from '../protocol/session.ts';
import { type Item, Refusal, type Send } from '../protocol/types.ts';
import { Meter } from '../protocol/usage.ts';
import type { Faults } from '../faults.ts';
import type { Player } from './player.ts';

/** Between two parts of a transcript: a model writes several times faster than it speaks. */
const WRITING_MS = 12;
const WORDS_A_PART = 3;

type Said = Extract<Step, { kind: 'say' }>;
type Reason = 'turn_detected' | 'client_cancelled';
type Active = { id: string; reason?: Reason; stop: AbortController; output: Item[] };

export type ResponseParts = {
  send: Send;
  items: Items;
  session: Session;
  mind: Mind;
  player: Player;
  speech: Speech;
  faults: Faults;
  /** Milliseconds of sound by item, for the usage. */
  sounds: ReadonlyMap<string, number>;
  conversationId: string;
};

/** Responses, one at a time, with their events in the API's order; sound goes on after a response is done. */
export class Responses {
  readonly #parts: ResponseParts;
  readonly #meter = new Meter();
  #active: Active | undefined;
  #isWanted = false;
  #count = 0;

  constructor(parts: ResponseParts) {
    this.#parts = parts;
  }

  get count(): number {
    return this.#count;
  }

  /** Begins a response for `response.create`, with instructions of its own. Throws a `Refusal` while another one is being made. */
  create(order = ''): void {
    if (this.#active) {
      throw new Refusal(
        `Conversation already has an active response in progress: ${this.#active.id}. Wait until the response is finished before creating a new one.`,
        { code: 'conversation_already_has_active_response' },
      );
    }
    const { error } = this.#parts.faults;
    if (error && this.#count === 0) {
      this.#count += 1;
      throw new Refusal('The server had an error while processing your request.', {
        type: 'server_error',
        code: error,
      });
    }
    void this.#run(order);
  }

  /** Begins a response after a spoken turn, as soon as no other one is being made. */
  createAfterTurn(): void {
    this.#isWanted = true;
    if (!this.#active) void this.#run();
  }

  /** Ends the response that is being made. Throws a `Refusal` when there is none. */
  cancel(): void {
    if (!this.#active) {
      throw new Refusal('Cancellation failed: no active response found', {
        code: 'response_cancel_not_active',
      });
    }
    this.#stop('client_cancelled');
  }

  /** Somebody speaks: what is being made and what is heard ends at once. */
  interrupt(): void {
    this.#stop('turn_detected');
    this.#parts.player.clear();
  }

  #stop(reason: Reason): void {
    if (!this.#active) return;
    this.#active.reason = reason;
    this.#active.stop.abort();
  }

  async #run(order = ''): Promise<void> {
    const { send, mind, faults, items, session, sounds } = this.#parts;
    const active: Active = { id: newId('resp'), stop: new AbortController(), output: [] };
    this.#active = active;
    this.#isWanted = false;
    this.#count += 1;
    const before = [...items.all];
    send({ type: 'response.created', response: this.#describe(active, 'in_progress') });
    this.#tellLimits();
    if (faults.stall === 'response') return;
    if (faults.rate_limit && this.#count === 1) return this.#fail(active);
    const step = await mind.next(order);
    if (!active.reason && step.kind === 'call') this.#call(active, step);
    if (!active.reason && step.kind === 'say') await this.#say(active, step);
    this.#active = undefined;
    send({
      type: 'response.done',
      response: {
        ...this.#describe(active, active.reason ? 'cancelled' : 'completed'),
        ...(active.reason ? { status_details: { type: 'cancelled', reason: active.reason } } : {}),
        usage: this.#meter.count(session.instructions + session.toolText, before, active.output, sounds),
      },
    });
    if (this.#isWanted) void this.#run();
  }

  #fail(active: Active): void {
    this.#active = undefined;
    const error = { type: 'requests', code: 'rate_limit_exceeded' };
    this.#parts.send({
      type: 'response.done',
      response: { ...this.#describe(active, 'failed'), status_details: { type: 'failed', error } },
    });
  }

  #tellLimits(): void {
    const { faults, send } = this.#parts;
    const share = faults.rate_limit ? 0 : 1;
    send({
      type: 'rate_limits.updated',
      rate_limits: [
        { name: 'requests', limit: 1000, remaining: 999 * share, reset_seconds: 0.06 },
        { name: 'tokens', limit: 200_000, remaining: 195_000 * share, reset_seconds: 1.5 },
      ],
    });
  }

  #describe(active: Active, status: NonNullable<RealtimeResponse['status']>): RealtimeResponse {
    return {
      object: 'realtime.response',
      id: active.id,
      status,
      output: active.output,
      conversation_id: this.#parts.conversationId,
      output_modalities: ['audio'],
      max_output_tokens: 'inf',
    };
  }

  #call(active: Active, { callId, name, args }: Extract<Step, { kind: 'call' }>): void {
    const { send, items } = this.#parts;
    const head = { response_id: active.id, output_index: 0 };
    const json = JSON.stringify(args);
    const item = {
      id: newId('item'),
      object: 'realtime.item',
      type: 'function_call',
      call_id: callId,
      name,
    } as const;
    const begun = { ...item, status: 'in_progress', arguments: '' } as const;
    const done = { ...item, status: 'completed', arguments: json } as const;
    send({ type: 'response.output_item.added', ...head, item: begun });
    items.add(begun);
    const own = { ...head, item_id: item.id, call_id: callId };
    send({ type: 'response.function_call_arguments.delta', ...own, delta: json });
    send({ type: 'response.function_call_arguments.done', ...own, name, arguments: json });
    active.output = [done];
    items.done(done);
    send({ type: 'response.output_item.done', ...head, item: done });
  }

  async #say(active: Active, step: Said): Promise<void> {
    const { send, items } = this.#parts;
    const id = newId('item');
    const head = { response_id: active.id, output_index: 0 };
    const place = { ...head, item_id: id, content_index: 0 };
    const item = { id, object: 'realtime.item', type: 'message', role: 'assistant' } as const;
    send({
      type: 'response.output_item.added',
      ...head,
      item: { ...item, status: 'in_progress', content: [] },
    });
    items.add({ ...item, status: 'in_progress', content: [] });
    send({ type: 'response.content_part.added', ...place, part: { type: 'audio', transcript: '' } });
    const transcript = await this.#speak(active, step, id);
    send({ type: 'response.output_audio.done', ...place });
    send({ type: 'response.output_audio_transcript.done', ...place, transcript });
    send({ type: 'response.content_part.done', ...place, part: { type: 'audio', transcript } });
    const status = active.reason ? 'incomplete' : 'completed';
    const content = [{ type: 'output_audio', transcript } as const];
    const done = { ...item, status, content } as const;
    active.output = [done];
    if (active.reason) items.leave(done);
    else items.done(done);
    send({ type: 'response.output_item.done', ...head, item: done });
  }

  /** Writes and speaks a text sentence by sentence; resolves with what was written when that is done or was cancelled. */
  async #speak(active: Active, { text, language }: Said, itemId: string): Promise<string> {
    const { speech, faults, session, player } = this.#parts;
    const sentences = sentencesOf(text);
    const line = player.line(active.id, itemId);
    if (faults.late_ms) await pause(faults.late_ms, active);
    let written = '';
    for (const [index, sentence] of sentences.entries()) {
      const sound = await speech.say(sentence, language);
      void speech.prepare(sentences.slice(index + 1, index + 2), language);
      if (active.reason) break;
      session.hasSpoken();
      line.play(sound);
      written += await this.#write(active, index === 0 ? sentence : ` ${sentence}`, itemId);
    }
    line.end();
    return written;
  }

  async #write(active: Active, sentence: string, itemId: string): Promise<string> {
    let written = '';
    const words = sentence.match(/\s*\S+/g) ?? [];
    for (let at = 0; at < words.length && !active.reason; at += WORDS_A_PART) {
      const delta = words.slice(at, at + WORDS_A_PART).join('');
      this.#parts.send({
        type: 'response.output_audio_transcript.delta',
        response_id: active.id,
        output_index: 0,
        item_id: itemId,
        content_index: 0,
        delta,
      });
      written += delta;
      await pause(WRITING_MS, active);
    }
    return written;
  }
}

/** Waits, but no longer than the response lives. */
async function pause(ms: number, { stop }: Active): Promise<void> {
  await delay(ms, undefined, { signal: stop.signal }).catch(() => undefined);
}
