import { dayIn } from '../../../supabase/functions/_shared/language/day.ts';
import { namesIn, ordinalIn } from '../../../supabase/functions/_shared/language/names.ts';
import { isAt, partOfDay, timeIn } from '../../../supabase/functions/_shared/language/time.ts';
import { type ClassSearch, findClasses, namedClasses, namesActivity } from './find-classes.ts';
import { enumerate } from './format.ts';
import { ask, cardOf, type Draft, failure, runTool, spoken, type Turn } from './turn.ts';
import type { Chip, ClassOccurrence } from './types.ts';

const MOST = 4;

function described(turn: Turn, items: readonly ClassOccurrence[]): string {
  return enumerate(
    items.map((item) => {
      const { time, day } = spoken(turn, item);
      return turn.say.course(item.name, time, day, item.free);
    }),
    turn.language,
  );
}

/** A chip for each class, with the words that pick it out. */
export function chipsFor(turn: Turn, items: readonly ClassOccurrence[]): Chip[] {
  return items.map((item) => {
    const { time, day } = spoken(turn, item);
    const label = `${item.name} ${day ? `${day} ` : ''}${time}`;
    return { label, say: label };
  });
}

/** Offers one class for booking, or says why not. */
export function offer(turn: Turn, item: ClassOccurrence): Draft {
  const { say, setting } = turn;
  const { time, day } = spoken(turn, item);
  const card = cardOf(item);
  if (item.booked_by_me) {
    return { text: say.alreadyIn(item.name, time, day), card, chips: [say.chips.bookings, say.chips.bye] };
  }
  if (item.free <= 0) {
    return { text: say.full(item.name, time, day), card, chips: [say.chips.other, say.chips.staff] };
  }
  const question =
    setting.bookingsBy === 'staff'
      ? say.offerRequest(item.name, time, day)
      : say.offer(item.name, time, day, item.free);
  const pending = { kind: 'confirm_booking', option: item } as const;
  return { ...ask(turn, question, pending, say.chips.book, say.chips.noThanks), card };
}

function choose(turn: Turn, items: readonly ClassOccurrence[], unmatched: boolean): Draft {
  const options = items.slice(0, MOST);
  const list = described(turn, options);
  return {
    text: unmatched ? turn.say.otherCourses(list) : turn.say.chooseCourse(list),
    chips: chipsFor(turn, options),
    pending: { kind: 'choose_class', options },
  };
}

function none(turn: Turn, { name, day }: ClassSearch): Draft {
  const { say } = turn;
  const shown = day ? spoken(turn, { local_date: day, local_time: '00:00' }).day : '';
  const text = name === null || day !== null ? say.noCourses(shown) : say.noSuchCourse(name);
  return { text, chips: [say.chips.courses, say.chips.other, say.chips.staff] };
}

/** Tells several classes of one day under its name, so that the day is said once. */
function listed(turn: Turn, items: readonly ClassOccurrence[]): Draft {
  const options = items.slice(0, MOST);
  const [first] = options;
  if (!first || options.some(({ local_date }) => local_date !== first.local_date)) {
    return choose(turn, options, false);
  }
  const undated = options.map((item) => ({ ...item, local_date: turn.today }));
  return {
    text: turn.say.courses(spoken(turn, first).day, described(turn, undated)),
    chips: chipsFor(turn, options),
    pending: { kind: 'choose_class', options },
  };
}

/** Answers what classes there are; a single fitting class is offered for booking. */
export async function tellSchedule(turn: Turn): Promise<Draft> {
  const search = await findClasses(turn);
  if (!search.ok) return failure(turn, search);
  const [first] = search.classes;
  if (!first) return none(turn, search);
  if (search.unmatched) return choose(turn, search.classes, true);
  return search.classes.length === 1 ? offer(turn, first) : listed(turn, search.classes);
}

/** Finds the class to book and asks for the yes; `named` is the class that was talked about before. */
export async function startBooking(turn: Turn, named: string | null = null): Promise<Draft> {
  const search = await findClasses(turn, named);
  if (!search.ok) return failure(turn, search);
  const [first] = search.classes;
  if (!first) return none(turn, search);
  if (search.unmatched || search.classes.length > 1) return choose(turn, search.classes, search.unmatched);
  return offer(turn, first);
}

/** Whether a sentence names a time, a day or a part of the day. */
function namesMoment({ text, language, today }: Turn): boolean {
  return (
    timeIn(text, language) !== null ||
    dayIn(text, language, today) !== null ||
    partOfDay(text, language) !== null
  );
}

/** Reads "no, rather tomorrow" or "the boxing one" as the wish for another class; null when it names none. */
export async function askForOther(turn: Turn, named: string | null): Promise<Draft | null> {
  if (namesMoment(turn)) return startBooking(turn, named);
  if (turn.text.split(/\s+/).length < 2) return null;
  const names = await namedClasses(turn);
  return names.length > 0 ? startBooking(turn) : null;
}

/** The options that an answer picks out by time, day, place in the list or name; none when it names another class. */
export function pick<Item extends { name: string; local_time: string; local_date: string }>(
  turn: Turn,
  options: readonly Item[],
): Item[] {
  const { text, language, today } = turn;
  const time = timeIn(text, language);
  const day = dayIn(text, language, today);
  const names = namesIn(
    text,
    options.map(({ name }) => name),
  );
  if (names.length === 0 && namesActivity(text, language)) return [];
  if (time === null && day === null && names.length === 0) {
    const place = ordinalIn(text, options.length);
    const chosen = place === null ? undefined : options[place];
    return chosen ? [chosen] : [];
  }
  const picked = options.filter(
    (item) =>
      (time === null || isAt(item.local_time, time)) &&
      (day === null || item.local_date === day) &&
      (names.length === 0 || names.includes(item.name)),
  );
  const soonest = picked.filter(({ local_date }) => local_date === today);
  return day === null && time !== null && picked.length > 1 && soonest.length === 1 ? soonest : picked;
}

/** Writes the booking that the member said yes to, and tells how it went. */
export async function book(turn: Turn, item: ClassOccurrence): Promise<Draft> {
  const { say } = turn;
  const outcome = await runTool(turn, 'book_class', { occurrence_id: item.occurrence_id, confirmed: true });
  if (!outcome.ok) return failure(turn, outcome);
  const { status } = outcome.result;
  const { time, day } = spoken(turn, item);
  const text = {
    booked: say.booked(item.name, time, day),
    requested: say.requested,
    already_booked: say.alreadyIn(item.name, time, day),
    full: say.full(item.name, time, day),
    past: say.past,
    not_found: say.gone,
    conflict: say.conflict,
  }[status];
  const done = status === 'booked' || status === 'requested';
  return { text, chips: done ? [say.chips.bookings, say.chips.bye] : [say.chips.other, say.chips.staff] };
}
