import { newId } from './ids.ts';
import { type Item, Refusal, type Send } from './types.ts';

/** The conversation's items in their order; the browser may ask for each from the moment it exists. */
export class Items {
  #items: Item[] = [];
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  get all(): readonly Item[] {
    return this.#items;
  }

  /** Whether a tool was called under this id. */
  hasCall(callId: string): boolean {
    return this.#items.some((item) => item.type === 'function_call' && item.call_id === callId);
  }

  /** Adds an item at the end and says so; `after` is told as the client gave it. */
  add(item: Item): Item {
    const added = { ...item, id: item.id ?? newId('item'), object: 'realtime.item' } as Item;
    const previous = this.#items.at(-1)?.id ?? null;
    this.#items.push(added);
    this.#send({ type: 'conversation.item.added', previous_item_id: previous, item: added });
    return added;
  }

  /** Says that an item has its final content. */
  done(item: Item): void {
    const at = this.#items.findIndex(({ id }) => id === item.id);
    if (at < 0) return;
    this.#items[at] = item;
    const previous = this.#items[at - 1]?.id ?? null;
    this.#send({ type: 'conversation.item.done', previous_item_id: previous, item });
  }

  /** Keeps what there is of an answer that was cancelled; one that was cut to what was heard stays as it was cut. */
  leave(item: Item): void {
    const known = this.get(item.id ?? '');
    if (known.type === 'message' && known.status !== 'incomplete') this.#put(item);
  }

  /** Gives a heard item its transcript. */
  transcribe(id: string, transcript: string): void {
    const item = this.get(id);
    if (item.type === 'message' && item.role === 'user')
      this.#put({ ...item, content: [{ type: 'input_audio', transcript }] });
  }

  /** Throws a `Refusal` for an unknown id. */
  get(id: string): Item {
    const item = this.#items.find((known) => known.id === id);
    if (!item) {
      throw new Refusal(`Item with item_id '${id}' does not exist.`, {
        code: 'item_retrieve_invalid_item_id',
        param: 'item_id',
      });
    }
    return item;
  }

  retrieve(id: string): void {
    this.#send({ type: 'conversation.item.retrieved', item: this.get(id) });
  }

  delete(id: string): void {
    this.get(id);
    this.#items = this.#items.filter((item) => item.id !== id);
    this.#send({ type: 'conversation.item.deleted', item_id: id });
  }

  /** Cuts what an answer said to what was heard: the API forgets the text then, because it holds words nobody heard. */
  truncate(id: string, audioEndMs: number, contentIndex = 0): void {
    const item = this.get(id);
    if (item.type !== 'message' || item.role !== 'assistant') {
      throw new Refusal('Only model output audio messages can be truncated.', { param: 'item_id' });
    }
    this.#put({ ...item, content: [{ type: 'output_audio' }], status: 'incomplete' });
    this.#send({
      type: 'conversation.item.truncated',
      item_id: id,
      content_index: contentIndex,
      audio_end_ms: audioEndMs,
    });
  }

  #put(item: Item): void {
    this.#items = this.#items.map((known) => (known.id === item.id ? item : known));
  }
}
