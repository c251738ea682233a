import { classifierOf } from '../../../supabase/functions/_shared/language/classify.ts';
import { addDays, dayIn } from '../../../supabase/functions/_shared/language/day.ts';
import { namesIn } from '../../../supabase/functions/_shared/language/names.ts';
import { fold } from '../../../supabase/functions/_shared/language/normalise.ts';
import { isAt, partOfDay, timeIn } from '../../../supabase/functions/_shared/language/time.ts';
import { runTool, type Turn } from './turn.ts';
import type { ClassOccurrence, Language } from './types.ts';

const LAST_DAY = 6;
/** The tool answers at most this many rows. */
const PAGE = 40;
const MOST_PAGES = 3;

const WHOLE_WEEK = /\bsemaine\b|\bweek\b|\bsemana\b/;
const WEEKEND = /week.?end|\bfinde\b|fin de semana/;

/** The classes that a sentence is about, the soonest first. */
export type ClassSearch = {
  ok: true;
  classes: ClassOccurrence[];
  /** The class that was named and that the gym has. */
  name: string | null;
  /** The day that was named, YYYY-MM-DD. */
  day: string | null;
  /** A class was named that the gym does not have in these days. */
  unmatched: boolean;
};

type Fetched = { ok: true; classes: ClassOccurrence[] } | { ok: false; code: string };

async function fetchClasses(turn: Turn, from: string, to: string): Promise<Fetched> {
  const byId = new Map<string, ClassOccurrence>();
  let start = from;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const outcome = await runTool(turn, 'get_class_schedule', { from: start, to });
    if (!outcome.ok) return outcome;
    const { classes } = outcome.result;
    for (const item of classes) byId.set(item.occurrence_id, item);
    const last = classes
      .map(({ local_date }) => local_date)
      .sort()
      .at(-1);
    if (classes.length < PAGE || last === undefined || last === start) break;
    start = last;
  }
  const upcoming = [...byId.values()]
    .filter(({ starts_at }) => Date.parse(starts_at) > Date.parse(turn.setting.now))
    .sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
  return { ok: true, classes: upcoming };
}

function atMoment(turn: Turn, classes: ClassOccurrence[]): ClassOccurrence[] {
  const time = timeIn(turn.text, turn.language);
  if (time) return classes.filter(({ local_time }) => isAt(local_time, time));
  const part = partOfDay(turn.text, turn.language);
  if (!part) return classes;
  return classes.filter(({ local_time }) => {
    const [hour = 0, minute = 0] = local_time.split(':').map(Number);
    return hour * 60 + minute >= part.from && hour * 60 + minute < part.to;
  });
}

function onFirstDay(classes: ClassOccurrence[]): ClassOccurrence[] {
  const first = classes[0]?.local_date;
  return classes.filter(({ local_date }) => local_date === first);
}

/**
 * Finds the classes that the turn's sentence is about: by name, day, time and part of the day. `named` is the class
 * that the talk was about before, used when the sentence names none. A time that fits nothing leaves the named class.
 */
export async function findClasses(
  turn: Turn,
  named: string | null = null,
): Promise<ClassSearch | { ok: false; code: string }> {
  const { text, language, today } = turn;
  const day = dayIn(text, language, today);
  const fetched = await fetchClasses(turn, day ?? today, day ?? addDays(today, LAST_DAY));
  if (!fetched.ok) return fetched;
  const names = namesIn(
    text,
    fetched.classes.map(({ name }) => name),
  );
  if (names.length === 0 && named !== null) names.push(named);
  const [name = null] = names;
  const unmatched = name === null && namesActivity(text, language);
  const all = name === null ? fetched.classes : fetched.classes.filter((item) => names.includes(item.name));
  const timely = atMoment(turn, all);
  const classes = timely.length === 0 && name !== null ? all : timely;
  const folded = fold(text);
  const spread = WHOLE_WEEK.test(folded.replace(WEEKEND, '')) || name !== null || day !== null;
  return { ok: true, classes: spread ? classes : onFirstDay(classes), name, day, unmatched };
}

/** Whether a sentence names a kind of class at all, whether the gym has it or not. */
export function namesActivity(text: string, language: Language): boolean {
  return classifierOf(language).read(text).concepts.has('activity');
}

/** The classes of the coming week that a sentence names. */
export async function namedClasses(turn: Turn): Promise<string[]> {
  const fetched = await fetchClasses(turn, turn.today, addDays(turn.today, LAST_DAY));
  return fetched.ok
    ? namesIn(
        turn.text,
        fetched.classes.map(({ name }) => name),
      )
    : [];
}
