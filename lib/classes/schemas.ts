import { z } from 'zod';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const slot = z.object({ weekday: z.int().min(1).max(7), starts: time });
/** A place of the week: weekday 1 (Monday) to 7, `HH:MM` by the gym's clock. */
export type Slot = z.infer<typeof slot>;

const name = z.string().trim().min(1).max(80);
const word = z.string().trim().max(80).nullable();
/** When what the reader saw was last written. */
const version = z.string().max(40);
const minutes = z.int().min(5).max(480);
const capacity = z.int().min(1).max(1000);

/** Body of POST /api/dashboard/classes. */
export const classSchema = z.strictObject({
  gym_id: z.guid(),
  name,
  coach: word,
  room: word,
  minutes,
  capacity,
  slots: z.array(slot).max(50),
});
export type ClassInput = z.infer<typeof classSchema>;

/** Body of PUT /api/dashboard/classes/[id]; `version` is what the reader saw. */
export const classChangeSchema = classSchema.extend({ version });
export type ClassChange = z.infer<typeof classChangeSchema>;

export const classActiveSchema = z.strictObject({ active: z.boolean() });

/** Body of POST /api/dashboard/classes/dates. */
export const newDateSchema = z.strictObject({ class_id: z.guid(), date: z.iso.date(), time });
export type NewDate = z.infer<typeof newDateSchema>;

/** Body of PUT /api/dashboard/classes/dates/[id]: the whole date; no coach and no room are the class's. */
export const dateChangeSchema = z.strictObject({
  version,
  date: z.iso.date(),
  time,
  minutes,
  capacity,
  coach: word,
  room: word,
  is_cancelled: z.boolean(),
});
export type DateChange = z.infer<typeof dateChangeSchema>;

/** Body of POST /api/dashboard/classes/places. */
export const placeSchema = z.strictObject({ occurrence_id: z.guid(), member_id: z.guid() });
export type PlaceInput = z.infer<typeof placeSchema>;

const classDate = z.object({
  id: z.guid(),
  class_id: z.guid(),
  name: z.string(),
  starts_at: z.string(),
  local_date: z.string(),
  local_time: z.string(),
  minutes: z.number(),
  capacity: z.number(),
  coach: z.string().nullable(),
  room: z.string().nullable(),
  booked: z.number(),
  requested: z.number(),
  is_cancelled: z.boolean(),
  is_past: z.boolean(),
  /** The gym is closed at that hour. */
  is_closed: z.boolean(),
  version: z.string(),
});
export type ClassDate = z.infer<typeof classDate>;

const guest = z.object({
  id: z.guid(),
  member_id: z.guid(),
  first_name: z.string(),
  last_name: z.string(),
  status: z.enum(['booked', 'requested']),
  source: z.enum(['kiosk', 'desk']),
  created_at: z.string(),
});
/** A booking of a date, with whose it is. */
export type Guest = z.infer<typeof guest>;

const gymClass = z.object({
  id: z.guid(),
  name: z.string(),
  coach: z.string().nullable(),
  room: z.string().nullable(),
  minutes: z.number(),
  capacity: z.number(),
  is_active: z.boolean(),
  version: z.string(),
  slots: z.array(slot),
  next_at: z.string().nullable(),
  /** Places offered and taken in the last 28 days. */
  places: z.number(),
  taken: z.number(),
});
export type GymClass = z.infer<typeof gymClass>;

/** The answer of `list_classes`. */
export const classWeekSchema = z.object({
  today: z.string(),
  monday: z.string(),
  bookings_by: z.enum(['jarvis', 'staff']),
  classes: z.array(gymClass),
  dates: z.array(classDate),
  open: classDate.extend({ guests: z.array(guest) }).nullable(),
});
export type ClassWeek = z.infer<typeof classWeekSchema>;
export type OpenDate = NonNullable<ClassWeek['open']>;
