import { readAnswer } from '../../../supabase/functions/_shared/language/answer.ts';
import { classify } from '../../../supabase/functions/_shared/language/classify.ts';
import { WRITE_INTENTS } from '../../../supabase/functions/_shared/language/intents.ts';
import { askCancellation, askWhich, cancel } from './bookings.ts';
import { book, chipsFor, namesMoment, offer, pick, startBooking } from './courses.ts';
import { readBackFeedback, readBackReport, sendFeedback, sendReport } from './notes.ts';
import { callStaff } from './staff.ts';
import type { Draft, Turn } from './turn.ts';
import type { Pending, StaffReason } from './types.ts';

type Question = Extract<Pending, { kind: `confirm_${string}` }>;

const HAND_OVER_AFTER = 2;
const SURE_OF_SUBJECT = 0.6;
const SURE_OF_WRITE = 0.75;
const SMALL_TALK = ['unknown', 'greet', 'thanks', 'help'];

/** Whether a message beside an open question is clearly about something else. */
function changesSubject({ text, language }: Turn): boolean {
  const { intent, confidence } = classify(text, language);
  if (SMALL_TALK.includes(intent)) return false;
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
      return callStaff(turn, question.reason satisfies StaffReason);
    case 'confirm_forget':
      return callStaff(turn, 'forget_me', turn.say.forgetCalled);
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
  if (question.kind === 'confirm_booking' && namesMoment(turn))
    return startBooking(turn, question.option.name);
  if (answer === 'no') return changesSubject(turn) ? null : refused(turn, question);
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
    if (changesSubject(turn)) return null;
    if (namesMoment(turn)) return startBooking(turn);
    return askAgain(turn, pending, say.notUnderstood, chipsFor(turn, pending.options));
  }
  const picked = pick(turn, pending.options);
  const [one] = picked;
  if (one && picked.length === 1) return askCancellation(turn, one);
  if (readAnswer(text, language) === 'no')
    return { text: say.kept, chips: [say.chips.courses, say.chips.bye] };
  if (picked.length > 1) return askWhich(turn, picked);
  if (changesSubject(turn)) return null;
  return askAgain(turn, pending, askWhich(turn, pending.options).text, askWhich(turn, pending.options).chips);
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
