import { addDays, dayIn } from '../../../supabase/functions/_shared/language/day.ts';
import { namesIn, ordinalIn } from '../../../supabase/functions/_shared/language/names.ts';
import { isAt, partOfDay, timeIn } from '../../../supabase/functions/_shared/language/time.ts';
import { enumerate } from './format.ts';
import { ask, cardOf, type Draft, failure, spoken, type Turn, runTool } from './turn.ts';
import type { Chip, ClassOccurrence } from './types.ts';

const WEEK = 6;
const MOST = 4;

type Search = { found: ClassOccurrence[]; name: string | null; day: string | null };

/** Classes that a sentence is about, the soonest first; `named` is the class the talk was about, when there is one. */
async function search(
  turn: Turn,
  { named, wide }: { named?: string; wide: boolean },
): Promise<Search | null> {
  const { text, language, today } = turn;
  const day = dayIn(text, language, today);
  const from = day ?? today;
  const result = await runTool(turn, 'get_class_schedule', { from, to: day ?? addDays(today, WEEK) });
  if (!result) return null;
  const upcoming = result.classes
    .filter(({ starts_at }) => Date.parse(starts_at) > Date.parse(turn.setting.now))
    .sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
  const mentioned = namesIn(
    text,
    upcoming.map(({ name }) => name),
  );
  const names = mentioned.length > 0 ? mentioned : named ? [named] : [];
  const time = timeIn(text, language);
  const part = partOfDay(text, language);
  const fitting = upcoming.filter((item) => {
    if (names.length > 0 && !names.includes(item.name)) return false;
    if (time) return isAt(item.local_time, time);
    if (!part) return true;
    const [hour = 0, minute = 0] = item.local_time.split(':').map(Number);
    return hour * 60 + minute >= part.from && hour * 60 + minute < part.to;
  });
  const near =
    (day === null && names.length === 0 && !wide) || part ? ofFirstDay(fitting, day ?? today) : fitting;
  return { found: near, name: names[0] ?? null, day };
}

function ofFirstDay(classes: ClassOccurrence[], day: string): ClassOccurrence[] {
  const sameDay = classes.filter(({ local_date }) => local_date === day);
  return sameDay.length > 0 ? sameDay : classes.slice(0, MOST);
}

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
  const draft = ask(
    turn,
    question,
    { kind: 'confirm_booking', option: item },
    say.chips.book,
    say.chips.noThanks,
  );
  return { ...draft, card };
}

function choose(turn: Turn, items: readonly ClassOccurrence[]): Draft {
  const options = items.slice(0, MOST);
  return {
    text: turn.say.chooseCourse(described(turn, options)),
    chips: chipsFor(turn, options),
    pending: { kind: 'choose_class', options },
  };
}

function nothing(turn: Turn, { name, day }: Search): Draft {
  const { say } = turn;
  const shown = day ? spoken(turn, { local_date: day, local_time: '00:00' }).day : '';
  const text = name === null || day !== null ? say.noCourses(shown) : say.noSuchCourse(name);
  return { text, chips: [say.chips.courses, say.chips.other, say.chips.staff] };
}

/** Answers what classes there are; a single fitting class is offered for booking. */
export async function tellSchedule(turn: Turn): Promise<Draft> {
  const found = await search(turn, { wide: false });
  if (!found) return failure(turn);
  const [only] = found.found;
  if (!only) return nothing(turn, found);
  if (found.found.length === 1 || (found.name !== null && found.found.length > 0 && found.day !== null)) {
    return found.found.length === 1 ? offer(turn, only) : choose(turn, found.found);
  }
  const options = found.found.slice(0, MOST);
  const day = options.every(({ local_date }) => local_date === only.local_date) ? only.local_date : null;
  const shown = day === null ? '' : spoken(turn, only).day;
  const listed =
    day === null
      ? described(turn, options)
      : described(
          turn,
          options.map((item) => ({ ...item, local_date: turn.today })),
        );
  return {
    text: day === null ? turn.say.chooseCourse(listed) : turn.say.courses(shown, listed),
    chips: chipsFor(turn, options),
    pending: { kind: 'choose_class', options },
  };
}

/** Finds the class to book and asks for the yes. */
export async function startBooking(turn: Turn, named?: string): Promise<Draft> {
  const found = await search(turn, named === undefined ? { wide: false } : { named, wide: true });
  if (!found) return failure(turn);
  const [only] = found.found;
  if (!only) return nothing(turn, found);
  return found.found.length === 1 ? offer(turn, only) : choose(turn, found.found);
}

/** The options that an answer picks out by time, day, place in the list or name. */
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
  const picked = options.filter(
    (item) =>
      (time === null || isAt(item.local_time, time)) &&
      (day === null || item.local_date === day) &&
      (names.length === 0 || names.includes(item.name)),
  );
  if (time !== null || day !== null || names.length > 0) return picked;
  const place = ordinalIn(text, options.length);
  const chosen = place === null ? undefined : options[place];
  return chosen ? [chosen] : [];
}

/** Whether a sentence names a time, a day or a part of the day. */
export function namesMoment({ text, language, today }: Turn): boolean {
  return (
    timeIn(text, language) !== null ||
    dayIn(text, language, today) !== null ||
    partOfDay(text, language) !== null
  );
}

/** Writes the booking that the member said yes to, and tells how it went. */
export async function book(turn: Turn, item: ClassOccurrence): Promise<Draft> {
  const { say } = turn;
  const result = await runTool(turn, 'book_class', { occurrence_id: item.occurrence_id, confirmed: true });
  if (!result) return failure(turn);
  const { time, day } = spoken(turn, item);
  const text = {
    booked: say.booked(item.name, time, day),
    requested: say.requested,
    already_booked: say.alreadyIn(item.name, time, day),
    full: say.full(item.name, time, day),
    past: say.past,
    not_found: say.gone,
    conflict: say.conflict,
  }[result.status];
  const done = result.status === 'booked' || result.status === 'requested';
  return { text, chips: done ? [say.chips.bookings, say.chips.bye] : [say.chips.other, say.chips.staff] };
}
