import type { Intent, Language } from '../../../supabase/functions/_shared/language/intents.ts';

export type { Intent, Language };

/** French tu or vous, Spanish tú or usted. */
export type Address = 'tu' | 'vous';

/** One class on one day as the tools tell it; `starts_at` is ISO with offset, local times are the gym's. */
export type ClassOccurrence = {
  occurrence_id: string;
  name: string;
  starts_at: string;
  local_time: string;
  local_date: string;
  minutes: number;
  coach: string | null;
  room: string | null;
  capacity: number;
  free: number;
  booked_by_me: boolean;
};

/** A booking of the member's own. */
export type Booking = { booking_id: string; status: 'booked' | 'requested'; class: ClassOccurrence };

export type MemberProfile = {
  first_name: string | null;
  membership: 'needs_staff';
  bookings_today: Booking[];
};

export type GymInfo = {
  name: string;
  address: string | null;
  phone: string | null;
  today: { open: string | null; close: string | null; is_open: boolean };
  /** Days from today on that are not like their weekday; without hours the gym is closed. */
  exceptions: { date: string; open: string | null; close: string | null; label: string | null }[];
  week: { weekday: number; open: string | null; close: string | null }[];
  inside_now: number;
  usual_now: number | null;
  facilities: string[];
  price_note: string | null;
};

export type StaffReason =
  | 'asked'
  | 'not_understood'
  | 'membership'
  | 'freeze_or_leave'
  | 'lost_badge'
  | 'prices'
  | 'medical'
  | 'forget_me';

/** What goes into each tool and what comes back when it worked. */
export type ToolContract = {
  get_member_profile: { args: Record<string, never>; result: MemberProfile };
  get_class_schedule: {
    args: { from?: string; to?: string; class_name?: string };
    result: { classes: ClassOccurrence[] };
  };
  book_class: {
    args: { occurrence_id: string; confirmed: true };
    result: {
      status: 'booked' | 'requested' | 'already_booked' | 'full' | 'past' | 'not_found' | 'conflict';
      booking_id?: string;
      class?: ClassOccurrence;
    };
  };
  cancel_booking: {
    args: { booking_id: string; confirmed: true };
    result: { status: 'cancelled' | 'not_found' | 'past'; class?: ClassOccurrence };
  };
  report_issue: {
    args: { text: string; equipment?: string; confirmed: true };
    result: { status: 'reported'; alert_id: string };
  };
  leave_feedback: { args: { text: string; confirmed: true }; result: { status: 'noted' } };
  get_gym_info: {
    args: { topic?: 'opening_hours' | 'crowd' | 'facilities' | 'prices' | 'address' };
    result: GymInfo;
  };
  recall_past_conversations: {
    args: { about?: string };
    result: { conversations: { date: string; topics: string[] }[] };
  };
  call_staff: {
    args: { reason: StaffReason; text?: string };
    result: { status: 'called' | 'nobody_on_duty' };
  };
};

export type ToolName = keyof ToolContract;

export type ToolOutcome = { ok: true; result: unknown } | { ok: false; code: string };

/** Runs a tool on the server for the conversation at hand. */
export type Tools = { call(name: ToolName, args: Record<string, unknown>): Promise<ToolOutcome> };

export type Setting = {
  language: Language;
  address: Address;
  firstName: string;
  gymName: string;
  /** ISO instant of this turn. */
  now: string;
  timezone: string;
  bookingsBy: 'jarvis' | 'staff';
};

/** What the brain waits for; nothing is written before a clear yes to it. */
export type Pending =
  | { kind: 'confirm_booking'; option: ClassOccurrence }
  | { kind: 'choose_class'; options: ClassOccurrence[] }
  | { kind: 'confirm_cancellation'; booking: Booking }
  | { kind: 'choose_booking'; options: Booking[] }
  | { kind: 'ask_report' }
  | { kind: 'confirm_report'; text: string }
  | { kind: 'ask_feedback' }
  | { kind: 'confirm_feedback'; text: string }
  | { kind: 'confirm_staff'; reason: StaffReason; text: string }
  | { kind: 'confirm_forget'; text: string };

export type BrainState = {
  turns: number;
  /** Times in a row that the brain did not understand. */
  misunderstood: number;
  /** The language the member speaks when it is not the screen's. */
  language: Language | null;
  pending: Pending | null;
};

/** A suggestion on the screen; `say` is sent as if the member had typed it. */
export type Chip = { label: string; say: string };

export type ClassCard = {
  kind: 'class';
  occurrenceId: string;
  name: string;
  startsAt: string;
  coach: string | null;
  room: string | null;
  minutes: number;
  capacity: number;
  free: number;
};

export type BrainInput = { text: string; state: BrainState; setting: Setting; tools: Tools };

export type BrainReply = {
  text: string;
  /** At most four. */
  chips: Chip[];
  card?: ClassCard;
  /** The member is done: the conversation may close after this sentence. */
  ends: boolean;
  language: Language;
  /** `answer` when the text answered a question of the brain's, `recall` when it asked about earlier talks. */
  intent: Intent | 'answer' | 'recall';
  state: BrainState;
};
