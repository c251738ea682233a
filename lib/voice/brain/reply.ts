import { readAnswer } from '../../../supabase/functions/_shared/language/answer.ts';
import { classify } from '../../../supabase/functions/_shared/language/classify.ts';
import { giveAdvice, isEmergency, speaksOfPain } from './advice.ts';
import { startCancelling, tellBookings } from './bookings.ts';
import { startBooking, tellSchedule } from './courses.ts';
import { tellCrowd, tellFacilities, tellHours, tellPrices } from './gym.ts';
import { quote } from './format.ts';
import { chooseLanguage, namesLanguage } from './languages.ts';
import { asksToRemember, tellMemory } from './memory.ts';
import { startFeedback, startReport } from './notes.ts';
import { answerPending } from './pending.ts';
import { callStaff, offerStaff } from './staff.ts';
import { ask, type Draft, finish, openTurn, type Turn } from './turn.ts';
import type { BrainInput, BrainReply, Chip, Intent } from './types.ts';

const SURE_OF_CALL = 0.7;
/** Below this a bare "yes" or "ok" with no open question is no request. */
const SURE_OF_WORDS = 0.6;
const HAND_OVER_AFTER = 2;

/** Chips that show what can be asked. */
function menu({ say }: Turn): Chip[] {
  return [say.chips.courses, say.chips.bookings, say.chips.hours, say.chips.staff];
}

async function notUnderstood(turn: Turn): Promise<Draft> {
  if (turn.state.misunderstood + 1 < HAND_OVER_AFTER) {
    return { text: turn.say.notUnderstood, chips: menu(turn), misunderstood: true };
  }
  return callStaff(turn, 'not_understood', turn.say.handedOver);
}

async function callOrAsk(turn: Turn, confidence: number): Promise<Draft> {
  if (isEmergency(turn)) return callStaff(turn, 'medical', turn.say.emergency);
  if (confidence >= SURE_OF_CALL) return callStaff(turn, 'asked');
  return offerStaff(turn, turn.say.confirmStaff, 'asked');
}

/** Answers one intent. Reads go to the tools at once, writes end in a question. */
async function answerIntent(turn: Turn, intent: Intent, confidence: number): Promise<Draft> {
  const { say } = turn;
  switch (intent) {
    case 'greet':
      return { text: say.hello, chips: menu(turn) };
    case 'goodbye':
      return { text: say.bye, ends: true };
    case 'thanks':
      return { text: say.welcome, chips: [say.chips.courses, say.chips.bye] };
    case 'help':
      return { text: `${say.help} ${say.demo}`, chips: menu(turn) };
    case 'opening_hours':
      return tellHours(turn);
    case 'class_schedule':
      return tellSchedule(turn);
    case 'book_class':
      return startBooking(turn);
    case 'cancel_booking':
      return startCancelling(turn);
    case 'my_bookings':
      return tellBookings(turn);
    case 'report_issue':
      return startReport(turn);
    case 'leave_feedback':
      return startFeedback(turn);
    case 'crowd_now':
      return tellCrowd(turn);
    case 'facilities':
      return tellFacilities(turn);
    case 'prices':
      return tellPrices(turn);
    case 'membership_status':
      return offerStaff(turn, say.membership, 'membership');
    case 'freeze_or_leave':
      return offerStaff(turn, say.leave, 'freeze_or_leave');
    case 'lost_badge':
      return offerStaff(turn, say.lostBadge, 'lost_badge');
    case 'call_staff':
      return callOrAsk(turn, confidence);
    case 'training_advice':
      return giveAdvice(turn);
    case 'forget_me':
      return ask(turn, say.confirmForget, { kind: 'confirm_forget', text: quote(turn.text) });
    case 'unknown':
      return speaksOfPain(turn.text) ? giveAdvice(turn) : notUnderstood(turn);
  }
}

/**
 * Answers one message. Calls tools for reads as needed and for a write only after a clear yes to a question of its
 * own (calling the team goes without when it was clearly asked for). Never throws for any text; a throwing tool throws.
 */
export async function reply(input: BrainInput): Promise<BrainReply> {
  const text = input.text.replace(/\p{Cc}/gu, ' ').trim();
  const turn = openTurn(
    { ...input, text },
    chooseLanguage(text, input.state.language ?? input.setting.language),
  );
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const draft = { text: turn.say.empty, chips: menu(turn), pending: input.state.pending };
    return finish(turn, draft, 'unknown');
  }
  const asked = namesLanguage(text);
  if (asked) {
    const other = openTurn({ ...input, text }, asked);
    return finish(other, { text: other.say.switched, chips: menu(other) }, 'help');
  }
  if (turn.state.pending) {
    const draft = await answerPending(turn, turn.state.pending);
    if (draft) return finish(turn, draft, 'answer');
  }
  const { intent, confidence } = classify(text, turn.language);
  if (intent !== 'forget_me' && asksToRemember(text)) return finish(turn, await tellMemory(turn), 'recall');
  if ((intent === 'unknown' || confidence < SURE_OF_WORDS) && readAnswer(text, turn.language) !== 'unclear') {
    return finish(turn, { text: turn.say.idle, chips: menu(turn) }, 'answer');
  }
  const draft = await answerIntent(turn, intent, confidence);
  return finish(turn, draft, intent);
}
