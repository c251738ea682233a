import { classifierOf } from '../../../supabase/functions/_shared/language/classify.ts';
import type { Concept } from '../../../supabase/functions/_shared/language/lexicon/types.ts';
import { quote } from './format.ts';
import { ask, type Draft, failure, runTool, type Turn } from './turn.ts';

const LONGEST = 500;

const ABOUT_A_FAULT: readonly Concept[] = [
  'equipment',
  'area',
  'amenity',
  'leak',
  'dirty',
  'danger',
  'missing',
];
const ABOUT_AN_OPINION: readonly Concept[] = [
  'good',
  'bad',
  'music',
  'teacher',
  'team',
  'class',
  'equipment',
  'dirty',
];
const UNHAPPY: readonly Concept[] = ['bad', 'complain', 'dirty'];

function mentions({ text, language }: Turn, concepts: readonly Concept[]): boolean {
  const reading = classifierOf(language).read(text);
  return concepts.some((concept) => reading.concepts.has(concept));
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/).length;
}

function clipped(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}

/** Reads back a fault before sending it; a bare "I want to report something" is asked for the rest. */
export function startReport(turn: Turn): Draft {
  const bare = wordCount(turn.text) < 9 && !mentions(turn, ABOUT_A_FAULT);
  return bare ? { text: turn.say.askReport, pending: { kind: 'ask_report' } } : readBackReport(turn);
}

/** Reads a fault back. */
export function readBackReport(turn: Turn): Draft {
  const text = clipped(turn.text);
  return ask(turn, turn.say.confirmReport(quote(text)), { kind: 'confirm_report', text });
}

/** Reads back an opinion before passing it on; a bare "I want to leave feedback" is asked for the rest. */
export function startFeedback(turn: Turn): Draft {
  const bare = wordCount(turn.text) < 8 && !mentions(turn, ABOUT_AN_OPINION);
  return bare ? { text: turn.say.askFeedback, pending: { kind: 'ask_feedback' } } : readBackFeedback(turn);
}

/** Reads an opinion back, with a word of regret when it is a complaint. */
export function readBackFeedback(turn: Turn): Draft {
  const text = clipped(turn.text);
  const sorry = mentions(turn, UNHAPPY);
  return ask(turn, turn.say.confirmFeedback(quote(text), sorry), { kind: 'confirm_feedback', text });
}

/** Sends the fault that the member said yes to. */
export async function sendReport(turn: Turn, text: string): Promise<Draft> {
  const outcome = await runTool(turn, 'report_issue', { text, confirmed: true });
  return outcome.ok ? { text: turn.say.reported, chips: [turn.say.chips.bye] } : failure(turn, outcome);
}

/** Passes on the opinion that the member said yes to. */
export async function sendFeedback(turn: Turn, text: string): Promise<Draft> {
  const outcome = await runTool(turn, 'leave_feedback', { text, confirmed: true });
  return outcome.ok ? { text: turn.say.noted, chips: [turn.say.chips.bye] } : failure(turn, outcome);
}
