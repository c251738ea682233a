import { initialState, reply } from '@/lib/voice/brain/index';
import type {
  Booking,
  BrainReply,
  BrainState,
  ClassOccurrence,
  GymInfo,
  Setting,
  ToolName,
  ToolOutcome,
} from '@/lib/voice/brain/index';

/** A Monday, 17:42 in Paris. */
export const NOW = '2026-11-23T16:42:00Z';

type ClassSpec = [id: string, name: string, date: string, time: string, free: number, mine?: boolean];

const SPECS: ClassSpec[] = [
  ['cycling-today', 'Cycling', '2026-11-23', '18:00', 2, true],
  ['yoga-today', 'Yoga', '2026-11-23', '18:30', 4],
  ['boxe-today', 'Boxe', '2026-11-23', '20:00', 3, true],
  ['yoga-tomorrow', 'Yoga', '2026-11-24', '09:00', 0],
  ['pilates-tomorrow', 'Pilates', '2026-11-24', '12:30', 5],
  ['pump-tomorrow', 'Body Pump', '2026-11-24', '19:00', 7],
  ['combat-wednesday', 'Body Combat', '2026-11-25', '19:00', 9],
];

const CLASSES: ClassOccurrence[] = SPECS.map(
  ([occurrence_id, name, local_date, local_time, free, mine = false]) => ({
    occurrence_id,
    name,
    starts_at: `${local_date}T${local_time}:00+01:00`,
    local_time,
    local_date,
    minutes: 60,
    coach: 'Claire',
    room: 'Salle 2',
    capacity: 16,
    free,
    booked_by_me: mine,
  }),
);

const INFO: GymInfo = {
  name: 'Club Rivoire',
  address: '1 rue du Test',
  phone: null,
  today: { open: '06:00', close: '22:30', is_open: true },
  exceptions: [
    { date: '2026-12-25', open: null, close: null, label: 'Noël' },
    { date: '2026-11-27', open: '10:00', close: '14:00', label: null },
  ],
  week: [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    weekday === 7 ? { weekday, open: null, close: null } : { weekday, open: '06:00', close: '22:30' },
  ),
  inside_now: 34,
  usual_now: 25,
  facilities: ['showers', 'sauna', 'lockers', 'parking'],
  price_note: null,
};

/** An in-memory gym behind the tools: it keeps every call, and writes change what later reads tell. */
export function createGym(options: { failing?: ToolName; code?: string } = {}) {
  const calls: { name: ToolName; args: Record<string, unknown> }[] = [];
  const bookings: Booking[] = CLASSES.filter((item) => item.booked_by_me).map((item) => ({
    booking_id: `b-${item.occurrence_id}`,
    status: 'booked',
    class: item,
  }));

  function answer(name: ToolName, args: Record<string, unknown>): unknown {
    switch (name) {
      case 'get_member_profile':
        return {
          first_name: 'Inès',
          membership: 'needs_staff',
          bookings_today: [...bookings],
        };
      case 'get_class_schedule':
        return {
          classes: CLASSES.filter(
            ({ local_date }) => local_date >= String(args.from) && local_date <= String(args.to),
          ),
        };
      case 'get_gym_info':
        return INFO;
      case 'book_class': {
        const item = CLASSES.find(({ occurrence_id }) => occurrence_id === args.occurrence_id);
        if (!item) return { status: 'not_found' };
        bookings.push({ booking_id: `b-${item.occurrence_id}`, status: 'booked', class: item });
        return { status: 'booked', booking_id: `b-${item.occurrence_id}` };
      }
      case 'cancel_booking': {
        const at = bookings.findIndex(({ booking_id }) => booking_id === args.booking_id);
        if (at < 0) return { status: 'not_found' };
        bookings.splice(at, 1);
        return { status: 'cancelled' };
      }
      case 'report_issue':
        return { status: 'reported', alert_id: 'a-1' };
      case 'leave_feedback':
        return { status: 'noted' };
      case 'recall_past_conversations':
        return {
          conversations: [
            { date: '2026-11-12', topics: args.about ? ['showers', 'noise'] : ['classes'] },
            { date: '2026-11-03', topics: ['price'] },
          ],
        };
      case 'call_staff':
        return { status: 'called' };
    }
  }

  return {
    calls,
    bookings,
    /** Calls that wrote something, in order. */
    writes: () => calls.filter(({ name }) => !/^(?:get|recall)_/.test(name)),
    tools: {
      call(name: ToolName, args: Record<string, unknown>): Promise<ToolOutcome> {
        calls.push({ name, args });
        if (options.failing === name) return Promise.resolve({ ok: false, code: options.code ?? 'internal' });
        return Promise.resolve({ ok: true, result: answer(name, args) });
      },
    },
  };
}

export const setting: Setting = {
  language: 'fr',
  address: 'tu',
  firstName: 'Inès',
  gymName: 'Club Rivoire',
  now: NOW,
  timezone: 'Europe/Paris',
  bookingsBy: 'jarvis',
};

/** A conversation with the brain at an in-memory gym; `says` sends one message and gives the reply. */
export function createTalk(overrides: Partial<Setting> = {}, gym = createGym()) {
  let state: BrainState = initialState();
  return {
    ...gym,
    state: () => state,
    async says(text: string): Promise<BrainReply> {
      const answer = await reply({ text, state, setting: { ...setting, ...overrides }, tools: gym.tools });
      state = answer.state;
      return answer;
    },
  };
}

/** The shortest of five runs in milliseconds: what the code costs when the machine is not busy with something else. */
export async function quickest(run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 5; time += 1) {
    const started = performance.now();
    await run();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}
