import type { Topic } from '../../supabase/functions/_shared/analysis/topics.ts';

/** What a conversation can be about, as the filter offers it; the analysis names the same. */
export const conversationTopics = [
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
] as const satisfies readonly Topic[];
