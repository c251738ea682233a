import type { Answer } from '@/lib/http/api';
import type { openCall as OpenCall } from '@/lib/voice/adapter/openai-call';
import type { Locale, Talk } from '../machine/types';
import type { CallToken } from './ahead';
import type { Outbox } from './outbox';

/** What a spoken conversation needs of the page around it. */
export interface SessionDeps {
  greeting: string;
  speaker: HTMLAudioElement;
  outbox: Outbox;
  language: () => Locale;
  post: <T>(path: `/api/${string}`, body: unknown) => Promise<Answer<T>>;
  /** Rejects where the network does not bring it. */
  loadCall: () => Promise<typeof OpenCall>;
  openMicrophone: () => Promise<MediaStream | null>;
  /** The token that came with the conversation's start, or why none did; null when it is used up. */
  firstCall: () => CallToken | null;
  change: (change: (talk: Talk) => Talk) => void;
  /** JARVIS has called the team. */
  onStaffCalled: () => void;
  /** The server has no conversation for a call any more, for this reason. */
  onOver: (code: string) => void;
}

export interface VoiceSession {
  /** Opens a call; `since` is when somebody began to wait for it, by `performance.now()`. */
  start: (mode: 'voice' | 'push_to_talk', since: number) => Promise<void>;
  say: (text: string, shown: string) => boolean;
  listen: (isOpen: boolean) => void;
  speakIn: (language: Locale) => void;
  /** From 0 to 1. */
  setVolume: (volume: number) => void;
  /** Reports what JARVIS has begun to say: the conversation ends here. */
  finish: () => void;
  /** Hangs up and shuts the microphone; the session can start again. */
  hangUp: () => void;
}
