import type { Intent } from '../../language/intents.ts';
import type { Deed } from '../facts.ts';
import type { Topic } from '../topic-codes.ts';

/** The parts of a summary in one language; each clause follows a third person that is left out or said by `did`. */
export type Phrases = {
  /** Opens a list of things done: "A demandé les horaires, réservé un cours et …". */
  did: (clauses: string[]) => string;
  asked: Partial<Record<Intent, string>>;
  deeds: Record<Deed, string>;
  topics: Record<Topic, string>;
  mood: (mood: 'angry' | 'unhappy' | 'happy', about: string | null) => string;
  about: (topics: string) => string;
  and: string;
  quote: (words: string) => string;
  silent: string;
  brief: string;
};
