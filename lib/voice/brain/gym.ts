import { dayIn, weekdayOf } from '../../../supabase/functions/_shared/language/day.ts';
import { asksWhere, facilityIn, isFacility, presence } from './facilities.ts';
import { clock, enumerate } from './format.ts';
import { dateIn, dateWord, namedDay } from './special-days.ts';
import { offerStaff } from './staff.ts';
import type { Level } from './texts/types.ts';
import { type Draft, failure, runTool, type Turn } from './turn.ts';

const LEAST_DIFFERENCE = 0.2;
const MOST_LISTED = 6;

/** Opening hours of today, or of the day that was named; a day that is not like its weekday is told with its reason. */
export async function tellHours(turn: Turn): Promise<Draft> {
  const { say, language, today, text } = turn;
  const outcome = await runTool(turn, 'get_gym_info', { topic: 'opening_hours' });
  if (!outcome.ok) return failure(turn, outcome);
  const { result: info } = outcome;
  const chips = [say.chips.courses, say.chips.crowd, say.chips.bye];
  const date =
    namedDay(text, info.exceptions)?.date ??
    dateIn(text, language, today) ??
    dayIn(text, language, today) ??
    today;
  const special = info.exceptions.find((one) => one.date === date);
  const rows = special ? [special] : info.week.filter(({ weekday }) => weekday === weekdayOf(date));
  const spans = rows.flatMap(({ open, close }) =>
    open && close ? [say.span(clock(open, language), clock(close, language))] : [],
  );
  const list = enumerate(spans, language);
  const day = dateWord(date, today, language);
  if (special) {
    return {
      text: list ? say.hoursFor(day, list, special.label) : say.closedFor(day, special.label),
      chips,
    };
  }
  if (!list) return { text: say.closed(day), chips };
  if (day) return { text: say.hoursOn(day, list), chips };
  const { close, is_open } = info.today;
  const until = spans.length === 1 && close ? clock(close, language) : null;
  return { text: say.hoursToday(list, until, is_open), chips };
}

/** How many are inside, beside what is usual at this hour when that is known. */
export async function tellCrowd(turn: Turn): Promise<Draft> {
  const outcome = await runTool(turn, 'get_gym_info', { topic: 'crowd' });
  if (!outcome.ok) return failure(turn, outcome);
  const { result: info } = outcome;
  const { inside_now: inside, usual_now: usual } = info;
  let level: Level | null = null;
  if (usual !== null && usual > 0) {
    const difference = (inside - usual) / usual;
    level = difference > LEAST_DIFFERENCE ? 'busy' : difference < -LEAST_DIFFERENCE ? 'quiet' : 'usual';
  }
  return { text: turn.say.crowd(inside, level), chips: [turn.say.chips.courses, turn.say.chips.bye] };
}

/** Says whether the gym has what was asked for, or what it has. */
export async function tellFacilities(turn: Turn): Promise<Draft> {
  const { say, language } = turn;
  const outcome = await runTool(turn, 'get_gym_info', { topic: 'facilities' });
  if (!outcome.ok) return failure(turn, outcome);
  const { result: info } = outcome;
  const asked = facilityIn(turn.text);
  const chips = [say.chips.hours, say.chips.staff, say.chips.bye];
  if (asked !== null) {
    const label = say.facilities[asked];
    const there = presence(asked, info.facilities);
    if (there === 'no') return { text: say.facilityNo(label), chips };
    if (there === 'unknown') return offerStaff(turn, say.facilityUnknown, 'asked');
    return asksWhere(turn.text)
      ? offerStaff(turn, say.facilityWhere(label), 'asked')
      : { text: say.facilityYes(label), chips };
  }
  const known = info.facilities.filter(isFacility).slice(0, MOST_LISTED);
  if (known.length === 0) return offerStaff(turn, say.confirmStaff, 'asked');
  return {
    text: say.facilityList(
      enumerate(
        known.map((code) => say.facilities[code]),
        language,
      ),
    ),
    chips,
  };
}

/** What the gym says about its prices; an exact figure comes from the team (rule P7). */
export async function tellPrices(turn: Turn): Promise<Draft> {
  const outcome = await runTool(turn, 'get_gym_info', { topic: 'prices' });
  return outcome.ok
    ? offerStaff(turn, turn.say.prices(outcome.result.price_note), 'prices')
    : failure(turn, outcome);
}
