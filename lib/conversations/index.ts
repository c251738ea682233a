export { type ConversationFilter, conversationFilter, conversationQuery } from './filter';
export { getConversation } from './get-conversation';
export { everyConversation, listConversations } from './list-conversations';
export { memberConversations } from './member-conversations';
export { nearConversations } from './near-conversations';
export { retryConversation } from './retry-conversation';
export {
  type Conversation,
  type ConversationList,
  type Mood,
  moods,
  type Transcript,
} from './schemas';
export { conversationTopics } from './topics';
