export { openAi, voiceProvider } from './client';
export { embeddingModel, embedText } from './embed-text';
export { type OpenedCall, openCall } from './open-call';
