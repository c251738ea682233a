import { readAnswer } from '../../../supabase/functions/_shared/language/answer.ts';
import { classify } from '../../../supabase/functions/_shared/language/classify.ts';
import { WRITE_INTENTS } from '../../../supabase/functions/_shared/language/intents.ts';
import { askCancellation, askWhich, cancel, pickBookings } from './bookings.ts';
import { askForOther, book, chipsFor, offer, pick } from './courses.ts';
import { readBackFeedback, readBackReport, sendFeedback, sendReport } from './notes.ts';
import { callStaff } from './staff.ts';
import type { Draft, Turn } from './turn.ts';
import type { Intent, Pending } from './types.ts';

type Question = Extract<Pending, { kind: `confirm_${string}` }>;

const HAND_OVER_AFTER = 2;
/** A refusal of so few words holds no other request ("non, annule"). */
const SHORT_ANSWER = 3;
const SURE_OF_SUBJECT = 0.6;
const SURE_OF_WRITE = 0.75;
const SMALL_TALK: readonly Intent[] = ['unknown', 'greet', 'thanks', 'help'];
const ABOUT_CLASSES: readonly Intent[] = ['book_class', 'class_schedule'];

/** Whether a message beside an open question is clearly about something else, `within` being part of the question. */
function changesSubject({ text, language }: Turn, within: readonly Intent[] = []): boolean {
  const { intent, confidence } = classify(text, language);
  if (SMALL_TALK.includes(intent) || within.includes(intent)) return false;
  return confidence >= (WRITE_INTENTS.has(intent) ? SURE_OF_WRITE : SURE_OF_SUBJECT);
}

const ACTION = {
  confirm_booking: 'book',
  confirm_cancellation: 'cancel',
  confirm_report: 'send',
  confirm_feedback: 'send',
  confirm_staff: 'staff',
  confirm_forget: 'forget',
} as const;

function write(turn: Turn, question: Question): Promise<Draft> {
  switch (question.kind) {
    case 'confirm_booking':
      return book(turn, question.option);
    case 'confirm_cancellation':
      return cancel(turn, question.booking);
    case 'confirm_report':
      return sendReport(turn, question.text);
    case 'confirm_feedback':
      return sendFeedback(turn, question.text);
    case 'confirm_staff':
      return callStaff({ ...turn, text: question.text }, question.reason);
    case 'confirm_forget':
      return callStaff({ ...turn, text: question.text }, 'forget_me', turn.say.forgetCalled);
  }
}

function refused({ say }: Turn, question: Question): Draft {
  const text = {
    confirm_booking: say.notBooked,
    confirm_cancellation: say.kept,
    confirm_report: say.notSent,
    confirm_feedback: say.notSent,
    confirm_staff: say.staffNotCalled,
    confirm_forget: say.forgetKept,
  }[question.kind];
  return { text, chips: [say.chips.courses, say.chips.staff, say.chips.bye] };
}

async function askAgain(turn: Turn, pending: Pending, text: string, chips: Draft['chips']): Promise<Draft> {
  if (turn.state.misunderstood + 1 >= HAND_OVER_AFTER)
    return callStaff(turn, 'not_understood', turn.say.handedOver);
  return { text, pending, misunderstood: true, ...(chips ? { chips } : {}) };
}

async function answerQuestion(turn: Turn, question: Question): Promise<Draft | null> {
  const { say, text, language } = turn;
  const { doing, leaving } = say.answers[ACTION[question.kind]];
  const answer = readAnswer(text, language, doing, leaving);
  if (answer === 'yes') return write(turn, question);
  if (question.kind === 'confirm_booking' && !changesSubject(turn, ABOUT_CLASSES)) {
    const other = await askForOther(turn, question.option.name);
    const same =
      other?.pending?.kind === 'confirm_booking' &&
      other.pending.option.occurrence_id === question.option.occurrence_id;
    if (other && !(same && answer === 'no')) return other;
    if (same) return refused(turn, question);
  }
  if (answer === 'no') {
    const short = text.split(/\s+/).length <= SHORT_ANSWER;
    return !short && changesSubject(turn) ? null : refused(turn, question);
  }
  if (changesSubject(turn)) return null;
  return askAgain(turn, question, say.unclear, [say.chips.yes, say.chips.no]);
}

async function answerChoice(
  turn: Turn,
  pending: Extract<Pending, { kind: 'choose_class' | 'choose_booking' }>,
): Promise<Draft | null> {
  const { say, text, language } = turn;
  if (pending.kind === 'choose_class') {
    const picked = pick(turn, pending.options);
    const [one] = picked;
    if (one && picked.length === 1) return offer(turn, one);
    if (readAnswer(text, language) === 'no')
      return { text: say.notBooked, chips: [say.chips.courses, say.chips.bye] };
    if (changesSubject(turn, ABOUT_CLASSES)) return null;
    const other = await askForOther(turn, null);
    if (other) return other;
    return askAgain(turn, pending, say.notUnderstood, chipsFor(turn, pending.options));
  }
  const picked = pickBookings(turn, pending.options);
  const [one] = picked;
  if (one && picked.length === 1) return askCancellation(turn, one);
  if (readAnswer(text, language) === 'no')
    return { text: say.kept, chips: [say.chips.courses, say.chips.bye] };
  if (picked.length > 1) return askWhich(turn, picked);
  if (changesSubject(turn)) return null;
  const { text: question, chips } = askWhich(turn, pending.options);
  return askAgain(turn, pending, question, chips);
}

/** Answers a message as the reply to an open question; null when it is about something else. */
export async function answerPending(turn: Turn, pending: Pending): Promise<Draft | null> {
  switch (pending.kind) {
    case 'choose_class':
    case 'choose_booking':
      return answerChoice(turn, pending);
    case 'ask_report':
    case 'ask_feedback': {
      const answer = readAnswer(turn.text, turn.language);
      if (answer === 'no') return { text: turn.say.notSent, chips: [turn.say.chips.bye] };
      const { intent, confidence } = classify(turn.text, turn.language);
      const elsewhere =
        confidence >= 0.7 &&
        !['report_issue', 'leave_feedback', 'unknown', 'crowd_now', 'facilities'].includes(intent);
      if (elsewhere) return null;
      return pending.kind === 'ask_report' ? readBackReport(turn) : readBackFeedback(turn);
    }
    default:
      return answerQuestion(turn, pending);
  }
}
