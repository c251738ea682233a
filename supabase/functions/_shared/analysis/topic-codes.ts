/** What conversations are about; a closed list. */
export const TOPICS = [
  'classes',
  'booking',
  'opening_hours',
  'equipment',
  'showers',
  'changing_rooms',
  'cleanliness',
  'temperature',
  'noise',
  'staff',
  'price',
  'membership',
  'crowd',
  'training',
  'badge',
  'facilities',
  'parking',
  'safety',
] as const;
export type Topic = (typeof TOPICS)[number];
