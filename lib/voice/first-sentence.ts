const order = 'Open the conversation with this sentence, word for word, and stop: ';

/** Asks a voice to begin with a sentence of ours; the text is quoted data (rule V7). */
export const writeFirstSentence = (sentence: string): string => `${order}${JSON.stringify(sentence)}`;

/** The sentence that an order above asks for; null in other instructions. */
export function readFirstSentence(instructions: string): string | null {
  return instructions.startsWith(order) ? (JSON.parse(instructions.slice(order.length)) as string) : null;
}
