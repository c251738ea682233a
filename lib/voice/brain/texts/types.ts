import type { Chip } from '../types.ts';

export type Tip = 'weight' | 'muscle' | 'start' | 'legs' | 'core' | 'food' | 'warm_up' | 'general';

export type Level = 'quiet' | 'usual' | 'busy';

export const FACILITIES = [
  'showers',
  'sauna',
  'steam_room',
  'pool',
  'jacuzzi',
  'parking',
  'bike_parking',
  'lockers',
  'towels',
  'crossfit',
  'boxing_ring',
  'yoga_studio',
  'childcare',
  'vending',
  'cafe',
  'wifi',
  'water',
  'toilets',
  'changing_rooms',
  'women_area',
  'wheelchair',
  'air_conditioning',
  'charging',
  'hairdryers',
  'shop',
] as const;

export type Facility = (typeof FACILITIES)[number];

/** Everything the brain says in one language and one form of address. Times, days and lists come in already said. */
export type Texts = {
  greetingBooking(name: string, course: string, time: string): string;
  greetingFree(name: string, course: string, time: string, free: number): string;
  greetingPlain(name: string): string;
  demo: string;
  /** Answers somebody who speaks to a machine that reads. */
  deaf: string;
  hello: string;
  bye: string;
  welcome: string;
  help: string;
  /** From an opening to a closing: "de 6 h à 22 h". */
  span(open: string, close: string): string;
  /** `until` is null where the day has a pause. */
  hoursToday(spans: string, until: string | null, isOpen: boolean): string;
  hoursOn(day: string, spans: string): string;
  hoursFor(day: string, spans: string, label: string | null): string;
  closed(day: string): string;
  closedFor(day: string, label: string | null): string;
  course(name: string, time: string, day: string, free: number): string;
  courses(day: string, list: string): string;
  noCourses(day: string): string;
  noSuchCourse(name: string): string;
  offer(course: string, time: string, day: string, free: number): string;
  offerRequest(course: string, time: string, day: string): string;
  full(course: string, time: string, day: string): string;
  alreadyIn(course: string, time: string, day: string): string;
  chooseCourse(list: string): string;
  otherCourses(list: string): string;
  booked(course: string, time: string, day: string): string;
  requested: string;
  past: string;
  gone: string;
  conflict: string;
  notBooked: string;
  bookings(list: string): string;
  noBookings: string;
  confirmCancel(course: string, time: string): string;
  chooseCancel(list: string): string;
  nothingToCancel: string;
  cancelled(course: string, time: string): string;
  tooLateToCancel: string;
  kept: string;
  askReport: string;
  confirmReport(quoted: string): string;
  reported: string;
  askFeedback: string;
  confirmFeedback(quoted: string, sorry: boolean): string;
  noted: string;
  notSent: string;
  crowd(inside: number, level: Level | null): string;
  facilityYes(label: string): string;
  facilityNo(label: string): string;
  facilityWhere(label: string): string;
  facilityUnknown: string;
  facilityList(list: string): string;
  facilities: Record<Facility, string>;
  prices(note: string | null): string;
  membership: string;
  leave: string;
  lostBadge: string;
  confirmStaff: string;
  staffCalled: string;
  staffNobody: string;
  staffNotCalled: string;
  pain: string;
  emergency: string;
  tips: Record<Tip, string>;
  tipCoach: string;
  confirmForget: string;
  forgetCalled: string;
  forgetKept: string;
  unclear: string;
  notUnderstood: string;
  handedOver: string;
  empty: string;
  failed: string;
  needsBadge: string;
  idle: string;
  switched: string;
  chips: Record<
    | 'yes'
    | 'no'
    | 'book'
    | 'noThanks'
    | 'cancel'
    | 'keep'
    | 'courses'
    | 'bookings'
    | 'hours'
    | 'crowd'
    | 'staff'
    | 'report'
    | 'bye'
    | 'other',
    Chip
  >;
  /** The words of the question's action that count as a yes beside it, and those that refuse it. */
  answers: Record<'book' | 'cancel' | 'send' | 'staff' | 'forget', { doing: string; leaving: string }>;
};
