export type Speaker = 'member' | 'jarvis';

/** One line of what was said, in the order it was said. */
export interface Line {
  by: Speaker;
  text: string;
}

/** What happens in a spoken conversation, whichever service carries it. */
export type VoiceEvent =
  | { type: 'memberStarted'; itemId: string }
  | { type: 'memberStopped' }
  | { type: 'memberWords'; itemId: string; words: string }
  /** The member's turn as the service understood it; empty where it understood nothing. */
  | { type: 'memberSaid'; itemId: string; text: string }
  /** How the member's speech became text, for the bill; `usage` as it came. */
  | { type: 'transcribed'; itemId: string; usage: unknown; failed: boolean }
  | { type: 'answering' }
  | { type: 'jarvisWords'; itemId: string; words: string }
  | { type: 'jarvisSaid'; itemId: string; text: string; interrupted: boolean }
  /** JARVIS's voice begins or ends in the kiosk's speaker. */
  | { type: 'sound'; isOn: boolean }
  /** An answer is complete; `usage` as it came. */
  | { type: 'answered'; responseId: string; usage: unknown }
  | { type: 'tool'; name: string; arguments: Record<string, unknown>; outcome: unknown }
  /** The service could not answer; the call itself lives on. */
  | { type: 'stumbled'; reason: 'rate_limited' | 'error' }
  /** The call ended without being asked to. */
  | { type: 'dropped' };

export interface CallOptions {
  /** One-time token of ours (rule V1), and the session's whole configuration that came with it. */
  token: string;
  session: Record<string, unknown>;
  /** Where our server takes the offer. */
  url: string;
  /** Opened by the screen after the choice to talk, and stopped by it (rule P2). */
  microphone: MediaStream;
  speaker: HTMLAudioElement;
  /** What was said before, for a call that goes on where another one broke off. */
  before: readonly Line[];
  /** Runs a tool on our server; its outcome goes back as it is. */
  useTool: (name: string, args: Record<string, unknown>, callId: string) => Promise<unknown>;
  on: (event: VoiceEvent) => void;
}

/** One call: what the screen can do with a conversation that is spoken. */
export interface VoiceCall {
  /** Sends typed words or a touched suggestion as the member's turn. */
  say: (text: string) => void;
  /** Lets JARVIS open the conversation with this sentence. */
  greet: (sentence: string) => void;
  /** From now on JARVIS speaks this language and expects it. */
  speakIn: (language: 'fr' | 'en' | 'es') => void;
  /** Opens or shuts the microphone: mute, and push to talk. */
  listen: (isOpen: boolean) => void;
  /** JARVIS falls silent. */
  interrupt: () => void;
  /** Hangs up; nothing is heard from the call after that. */
  stop: () => void;
}
