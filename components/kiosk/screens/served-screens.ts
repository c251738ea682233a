// What a member sees, and what stands there at night; loaded as one piece while nobody is there yet.
export { ChoicesButton } from './choices-button';
export { ClosedScreen } from './closed-screen';
export { ConsentScreen } from './consent-screen';
export { ConversationScreen } from './conversation-screen';
export { WelcomeScreen } from './welcome-screen';
