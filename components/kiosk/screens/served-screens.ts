// What stands there once the kiosk knows its gym; loaded as one piece beside the first heartbeat.
export { AttractScreen } from './attract-screen';
export { AwayScreen } from './away-screen';
export { ChoicesButton } from './choices-button';
export { ClosedScreen } from './closed-screen';
export { ConsentScreen } from './consent-screen';
export { ConversationScreen } from './conversation-screen';
export { TalkButton } from '../voice/talk-button';
export { VoiceSign } from '../voice/voice-sign';
export { WelcomeScreen } from './welcome-screen';
