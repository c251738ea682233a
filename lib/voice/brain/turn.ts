import { localDate } from '../../../supabase/functions/_shared/language/day.ts';
import { clock, dayWord, typeset } from './format.ts';
import { textsFor } from './texts/index.ts';
import type { Texts } from './texts/types.ts';
import type {
  BrainInput,
  BrainReply,
  BrainState,
  Chip,
  ClassCard,
  ClassOccurrence,
  Language,
  Pending,
  Setting,
  ToolContract,
  ToolName,
  Tools,
} from './types.ts';

/** What one part of the dialogue answers; the rest of the reply is filled in by `finish`. */
export type Draft = {
  text: string;
  chips?: Chip[];
  card?: ClassCard;
  pending?: Pending | null;
  ends?: boolean;
  misunderstood?: boolean;
};

/** One message of the member with everything needed to answer it. */
export type Turn = {
  text: string;
  language: Language;
  say: Texts;
  setting: Setting;
  state: BrainState;
  tools: Tools;
  /** The gym's date of today, YYYY-MM-DD. */
  today: string;
};

/** Prepares a turn in the language that is spoken. */
export function openTurn(input: BrainInput, language: Language): Turn {
  const { text, setting, state, tools } = input;
  return {
    text,
    language,
    say: textsFor(language, setting.address),
    setting,
    state,
    tools,
    today: localDate(setting.now, setting.timezone),
  };
}

type Outcome<Name extends ToolName> =
  | { ok: true; result: ToolContract[Name]['result'] }
  | { ok: false; code: string };

/** Calls a tool; the caller says with `failure` when it did not work, and writes nothing more. */
export async function runTool<Name extends ToolName>(
  turn: Turn,
  name: Name,
  args: ToolContract[Name]['args'],
): Promise<Outcome<Name>> {
  return (await turn.tools.call(name, args)) as Outcome<Name>;
}

/** Says why a tool did not work and what is left: the badge, or the team. */
export function failure({ say }: Turn, { code }: { code: string }): Draft {
  return {
    text: code === 'no_member' ? say.needsBadge : say.failed,
    chips: [say.chips.courses, say.chips.staff],
  };
}

/** Asks for a yes or no before anything is written. */
export function ask(turn: Turn, text: string, pending: Pending, yes?: Chip, no?: Chip): Draft {
  return { text, pending, chips: [yes ?? turn.say.chips.yes, no ?? turn.say.chips.no] };
}

/** How a class's time and day are said. */
export function spoken(
  turn: Turn,
  item: { local_time: string; local_date: string },
): { time: string; day: string } {
  return {
    time: clock(item.local_time, turn.language),
    day: dayWord(item.local_date, turn.today, turn.language),
  };
}

/** The card that the screen shows beside an offer. */
export function cardOf(item: ClassOccurrence): ClassCard {
  return {
    kind: 'class',
    occurrenceId: item.occurrence_id,
    name: item.name,
    startsAt: item.starts_at,
    coach: item.coach,
    room: item.room,
    minutes: item.minutes,
    capacity: item.capacity,
    free: item.free,
  };
}

/** Completes a draft into the reply of the turn. */
export function finish(turn: Turn, draft: Draft, intent: BrainReply['intent']): BrainReply {
  const { state, language, setting } = turn;
  const misunderstood = draft.misunderstood ? state.misunderstood + 1 : 0;
  return {
    text: typeset(draft.text, language),
    chips: (draft.chips ?? []).slice(0, 4).map((chip) => ({ ...chip, label: typeset(chip.label, language) })),
    ...(draft.card ? { card: draft.card } : {}),
    ends: draft.ends ?? false,
    language,
    intent,
    state: {
      turns: state.turns + 1,
      misunderstood,
      language: language === setting.language ? null : language,
      pending: draft.pending ?? null,
    },
  };
}
