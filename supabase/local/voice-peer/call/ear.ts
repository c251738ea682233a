import { FRAME_MS, levelOf } from '../audio/mulaw.ts';
import { Vad } from '../audio/vad.ts';
import { newId } from '../protocol/ids.ts';
import type { Items } from '../protocol/items.ts';
import type { Session } from '../protocol/session.ts';
import { Refusal, type Send } from '../protocol/types.ts';

const PREFIX_MS = 300;
const SHORTEST_MS = 100;
/** After so long without a packet the browser is not sending: that is silence too. */
const PATIENCE_MS = 100;
const SILENT = -100;

/** What the API sends until there is a transcript: its types leave the null out, and the SDK reads no item without it. */
const noTranscript: unknown = null;

export type Turns = {
  /** Somebody began to speak. */
  onSpeech(): void;
  /** A spoken turn is complete; `ms` is its length. */
  onTurn(itemId: string, ms: number): void;
};

/** Listens: finds turns by loudness, or takes what was sent between two presses of a button. */
export class Ear {
  readonly #vad = new Vad();
  readonly #session: Session;
  readonly #items: Items;
  readonly #send: Send;
  readonly #turns: Turns;
  #ms = 0;
  #bufferMs = 0;
  #lastPacket = 0;
  #turn: { itemId: string; startMs: number } | undefined;

  constructor(session: Session, items: Items, send: Send, turns: Turns) {
    this.#session = session;
    this.#items = items;
    this.#send = send;
    this.#turns = turns;
  }

  /** A packet of 20 ms from the browser. */
  hear(payload: Uint8Array): void {
    this.#lastPacket = performance.now();
    this.#take(levelOf(payload));
  }

  /** Called every 20 ms; fills in silence while no packets come. */
  tick(): void {
    if (performance.now() - this.#lastPacket > PATIENCE_MS) this.#take(SILENT);
  }

  /** `input_audio_buffer.clear` */
  clear(): void {
    this.#bufferMs = 0;
    this.#turn = undefined;
    this.#vad.reset();
    this.#send({ type: 'input_audio_buffer.cleared' });
  }

  /** `input_audio_buffer.commit`: what came since the last clear is the turn. Throws a `Refusal` when that is next to nothing. */
  commit(): void {
    if (this.#bufferMs < SHORTEST_MS) {
      throw new Refusal(
        `Error committing input audio buffer: buffer too small. Expected at least ${SHORTEST_MS}ms of audio, but buffer only has ${this.#bufferMs}ms of audio.`,
        { code: 'input_audio_buffer_commit_empty' },
      );
    }
    this.#vad.reset();
    this.#commit(this.#turn?.itemId ?? newId('item'), this.#bufferMs);
  }

  #take(level: number): void {
    this.#ms += FRAME_MS;
    this.#bufferMs += FRAME_MS;
    const { detection } = this.#session;
    const event = this.#vad.hear(level, detection ?? { threshold: 0.5, silenceMs: 500 });
    if (!detection) return;
    if (event === 'started') this.#start();
    if (event === 'stopped' && this.#turn) this.#stop(this.#turn);
  }

  #start(): void {
    const turn = { itemId: newId('item'), startMs: Math.max(0, this.#ms - PREFIX_MS) };
    this.#turn = turn;
    this.#send({
      type: 'input_audio_buffer.speech_started',
      item_id: turn.itemId,
      audio_start_ms: turn.startMs,
    });
    this.#turns.onSpeech();
  }

  #stop({ itemId, startMs }: { itemId: string; startMs: number }): void {
    this.#send({ type: 'input_audio_buffer.speech_stopped', item_id: itemId, audio_end_ms: this.#ms });
    this.#commit(itemId, this.#ms - startMs);
  }

  #commit(itemId: string, ms: number): void {
    this.#turn = undefined;
    this.#bufferMs = 0;
    const previous = this.#items.all.at(-1)?.id ?? null;
    this.#send({ type: 'input_audio_buffer.committed', previous_item_id: previous, item_id: itemId });
    const item = this.#items.add({
      id: itemId,
      type: 'message',
      role: 'user',
      status: 'completed',
      content: [{ type: 'input_audio', transcript: noTranscript as string }],
    });
    this.#items.done(item);
    this.#turns.onTurn(itemId, ms);
  }
}
