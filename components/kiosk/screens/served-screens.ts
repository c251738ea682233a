// What a member sees; loaded as one piece while nobody is there yet.
export { ConsentScreen } from './consent-screen';
export { ConversationScreen } from './conversation-screen';
export { WelcomeScreen } from './welcome-screen';
