export { openAi, voiceProvider } from './client';
export { type OpenedCall, openCall } from './open-call';
