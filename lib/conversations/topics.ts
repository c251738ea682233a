/** What a conversation can be about, as the filter offers it: the closed list of the analysis. */
export { TOPICS as conversationTopics } from '../../supabase/functions/_shared/analysis/topic-codes.ts';
