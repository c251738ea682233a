/** What a conversation can be about, as the filter offers it. */
export const conversationTopics = ['opening_hours', 'class_schedule', 'equipment'] as const;
