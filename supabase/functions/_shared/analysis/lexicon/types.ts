/**
 * Words and phrases of one value, separated by " | ", folded (lower case, no accents, no apostrophes).
 * `resili*` also stands for every longer word; `…` for up to two words in between.
 */
export type Terms = readonly (readonly [value: number, terms: string])[];

export type SentimentLexicon = {
  /** From -4 (outrage) to 4 (delight). */
  terms: Terms;
  /** Swear words: anger on their own, emphasis beside praise. */
  swearing: string;
  /** They turn round what follows within three words. */
  negators: string;
  /** They also turn round a verb that stands before them ("j’aime pas"). */
  verbsBeforeNegator: string;
  stronger: string;
  weaker: string;
  /** A clause ends here. */
  turns: string;
};
