import { readTime } from './read-time';

/** A span of the week as it is stored: weekday 1 (Monday) to 7, closing at or before opening means after midnight. */
export interface WeeklySpan {
  weekday: number;
  /** HH:MM */
  open: string;
  /** HH:MM, 24:00 for midnight */
  close: string;
}

/** A span of one day as a form has it; a time that is not filled in is empty, midnight is 00:00. */
export interface Span {
  open: string;
  close: string;
}

/** The seven days of a form, Monday first. */
export type Week = Span[][];

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** What is wrong with a span: a time is missing, or it begins within another one (of the night before, perhaps). */
export type SpanProblem = 'open' | 'close' | 'overlap';

const dayMinutes = 1440;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** The times as they are meant, however they were typed. */
const read = ({ open, close }: Span): Span => ({ open: readTime(open), close: readTime(close) });

/** Whether a span goes on after midnight; one that ends at midnight does not. */
export function endsNextDay(span: Span): boolean {
  const { open, close } = read(span);
  return Boolean(open && close) && close !== '00:00' && close <= open;
}

/** The days of a form from what is stored. */
export function weekOf(stored: readonly WeeklySpan[]): Week {
  return weekdays.map((weekday) =>
    stored
      .filter((span) => span.weekday === weekday)
      .map(({ open, close }) => ({ open, close: close === '24:00' ? '00:00' : close }))
      .sort((a, b) => a.open.localeCompare(b.open)),
  );
}

/** What is stored of a form's days, each in the order of its hours. */
export function storedWeek(week: Week): WeeklySpan[] {
  return week.flatMap((spans, place) =>
    spans
      .map(read)
      .map(({ open, close }) => ({ weekday: place + 1, open, close: close === '00:00' ? '24:00' : close }))
      .sort((a, b) => a.open.localeCompare(b.open)),
  );
}

/** What is wrong, by `DAY.PLACE` counted from 0; nothing when all is well. The database refuses the same overlaps. */
export function problemsOf(week: Week): Map<string, SpanProblem> {
  const problems = new Map<string, SpanProblem>();
  const placed: { key: string; starts: number; ends: number }[] = [];
  for (const [day, spans] of week.entries()) {
    for (const [place, { open, close }] of spans.map(read).entries()) {
      const key = `${day}.${place}`;
      if (!open) problems.set(key, 'open');
      else if (!close) problems.set(key, 'close');
      else {
        const starts = day * dayMinutes + minutesOf(open);
        const length = minutesOf(close) - minutesOf(open);
        placed.push({ key, starts, ends: starts + (length <= 0 ? length + dayMinutes : length) });
      }
    }
  }
  const week7 = 7 * dayMinutes;
  for (const one of placed) {
    // The week goes round: Sunday's night reaches into Monday.
    const isWithin = placed.some(
      (other) =>
        other !== one &&
        [0, week7].some(
          (turn) =>
            other.starts < one.starts + turn + (one.starts === other.starts ? 1 : 0) &&
            one.starts + turn < other.ends,
        ),
    );
    if (isWithin) problems.set(one.key, 'overlap');
  }
  return problems;
}

/** The same week with one day's hours on other days, both counted from 0. */
export function copyDay(week: Week, from: number, to: readonly number[]): Week {
  return week.map((spans, day) =>
    to.includes(day) ? (week[from] ?? []).map((span) => ({ ...span })) : spans,
  );
}
