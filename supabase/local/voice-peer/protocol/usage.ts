import type { RealtimeResponseUsage } from 'openai/resources/realtime/realtime';
import type { Item } from './types.ts';

const LETTERS_A_TOKEN = 4;
const HEARD_MS_A_TOKEN = 100;
const SPOKEN_MS_A_TOKEN = 50;

const tokensOf = (text: string) => Math.ceil(text.length / LETTERS_A_TOKEN);

/** Milliseconds of sound by item. */
export type Sounds = ReadonlyMap<string, number>;

function read(items: readonly Item[], sounds: Sounds): { text: number; audio: number } {
  let text = 0;
  let audio = 0;
  for (const item of items) {
    const ms = sounds.get(item.id ?? '') ?? 0;
    if (item.type === 'message') {
      audio += Math.ceil(ms / (item.role === 'assistant' ? SPOKEN_MS_A_TOKEN : HEARD_MS_A_TOKEN));
      for (const part of item.content) text += tokensOf(part.text ?? '');
    } else if (item.type === 'function_call') text += tokensOf(item.name + item.arguments);
    else if (item.type === 'function_call_output') text += tokensOf(item.output);
  }
  return { text, audio };
}

function transcriptOf(item: Item): string {
  if (item.type !== 'message' || item.role !== 'assistant') return '';
  return item.content.map(({ transcript = '' }) => transcript).join('');
}

/** What a model would count for one response: it reads the whole conversation again, most of it from its cache. */
export class Meter {
  #known = { text: 0, audio: 0 };

  /**
   * @param prompt instructions and tools
   * @param before items that the response read
   * @param written items that it wrote
   */
  count(
    prompt: string,
    before: readonly Item[],
    written: readonly Item[],
    sounds: Sounds,
  ): RealtimeResponseUsage {
    const context = read(before, sounds);
    const input = { text: context.text + tokensOf(prompt), audio: context.audio };
    const cached = {
      text: Math.min(this.#known.text, input.text),
      audio: Math.min(this.#known.audio, input.audio),
    };
    this.#known = input;
    const output = read(written, sounds);
    const text = output.text + written.reduce((sum, item) => sum + tokensOf(transcriptOf(item)), 0);
    return {
      total_tokens: input.text + input.audio + text + output.audio,
      input_tokens: input.text + input.audio,
      output_tokens: text + output.audio,
      input_token_details: {
        text_tokens: input.text,
        audio_tokens: input.audio,
        image_tokens: 0,
        cached_tokens: cached.text + cached.audio,
        cached_tokens_details: { text_tokens: cached.text, audio_tokens: cached.audio, image_tokens: 0 },
      },
      output_token_details: { text_tokens: text, audio_tokens: output.audio },
    };
  }
}
