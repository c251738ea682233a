import type { Locale } from '@/lib/i18n/locale';
import type {
  ClassOccurrence,
  ConsentTexts,
  GreetedScan,
  Home,
  KioskLine,
  KioskOrders,
} from '@/lib/kiosks/schemas';
import type { Chip, ClassCard, Reply, StartedConversation } from '@/lib/voice/schemas';

export type {
  Chip,
  ClassCard,
  ConsentTexts,
  GreetedScan,
  Home,
  KioskLine,
  KioskOrders,
  Locale,
  Reply,
  StartedConversation,
};

export type Purpose = 'talk' | 'analyse' | 'remember';
export type Answers = Record<Purpose, boolean | null>;

/** Why a badge is not greeted; a closed set, anything else is shown as trouble. */
export const refusals = [
  'badge_unknown',
  'badge_ambiguous',
  'badge_replaced',
  'badge_lost',
  'badge_captured',
  'badge_random',
  'member_inactive',
  'member_expired',
  'member_suspended',
  'reader_paused',
] as const;
export type Refusal = (typeof refusals)[number];

export interface Turn {
  by: 'member' | 'jarvis';
  text: string;
  /** Words at its end that may still change, and the service's name for a turn that is being spoken. */
  open?: string;
  id?: string;
}

/** Why a conversation that was to be spoken is written, or spoken while a button is held. */
export type VoiceFault = 'no_microphone' | 'noise' | 'voice_down' | 'no_budget' | 'network';

export interface Talk {
  conversationId: string;
  /** Spoken, spoken while a button is held, or written. */
  mode: 'voice' | 'push_to_talk' | 'text';
  /** Null while nothing is wrong, also where the member chose to write. */
  fault: VoiceFault | null;
  /** The turn before which it went wrong. */
  faultSeq: number;
  voice: 'off' | 'connecting' | 'listening' | 'thinking' | 'speaking';
  isMuted: boolean;
  /** Counts what was heard of anybody, so that silence can be told. */
  signs: number;
  /** The member has said goodbye. */
  isLeaving: boolean;
  notice: 'repeat' | 'busy' | null;
  /** Classes that JARVIS has looked up aloud. */
  known: ClassOccurrence[];
  firstName: string;
  expiresAt: string;
  answers: Record<Purpose, boolean>;
  /** The gym's own texts under the questions, as they were shown before. */
  texts: ConsentTexts;
  /** The last two at most; older ones leave the screen for good. */
  turns: Turn[];
  chips: Chip[];
  card: ClassCard | null;
  /** Number of the member's last turn; 0 before they said anything. */
  seq: number;
  phase: 'ready' | 'thinking' | 'failed' | 'ending';
  /** What was sent last, word for word: a suggestion sends more than its label shows. */
  sent: string;
  draft: string;
  panel: 'none' | 'keyboard' | 'choices';
  /** Nobody has touched anything for a while and JARVIS asks. */
  asks: boolean;
}

/** `unavailable`: greeted, but no conversation can begin: the account is on hold, or the month's are used up. */
export type GoodbyeReason = 'no_talk' | 'done' | 'stopped' | 'silence' | 'expired' | 'unavailable';

export type View =
  | { name: 'starting' }
  | { name: 'pairing'; problem: { title: string; detail: string } | null; busy: boolean }
  | { name: 'revoked' }
  /** A newer window or device has taken over. */
  | { name: 'elsewhere' }
  | { name: 'attract' }
  | { name: 'forgotten' }
  | { name: 'reading' }
  /** Read without a network: nobody is known, and the read waits. */
  | { name: 'noted' }
  | { name: 'refused'; code: Refusal; seconds: number | null }
  | {
      name: 'consent';
      scan: GreetedScan;
      answers: Answers;
      /** All three answers were known: greet and go on, without asking again. */
      known: boolean;
      /** The member has answered or changed something on this screen. */
      touched: boolean;
      textOnly: boolean;
      starting: boolean;
    }
  | { name: 'conversation'; talk: Talk }
  | { name: 'goodbye'; firstName: string; reason: GoodbyeReason; scan: GreetedScan | null }
  /** Whoever sets the kiosk up; before `isOpen` they have to show a code. `badge` is the last read, to try the reader. */
  | { name: 'setup'; isOpen: boolean; badge: string | null }
  /** `ask`: what was to begin, and can be tried again; `isBusy`: too much at once, so that a moment later it goes. */
  | { name: 'trouble'; isBusy: boolean; ask: Extract<View, { name: 'consent' }> | null };

/** Everything that the kiosk's screen depends on. `person` counts the people served: an answer for an earlier one is dropped. */
export interface KioskState {
  view: View;
  person: number;
  home: Home | null;
  /** Server time minus this device's, in milliseconds. */
  clockSkew: number;
  link: 'up' | 'down' | 'failing';
  language: Locale;
  staff: 'idle' | 'calling' | 'called' | 'coming' | 'nobody' | 'failed';
}

export type KioskEvent =
  | { type: 'beat'; home: Home; at: number }
  | { type: 'beatFailed'; code: string; status: number }
  /** Started without a network: what the last answer said. */
  | { type: 'remembered'; home: Home }
  | { type: 'pairingOpened' }
  | { type: 'pairingSent' }
  | { type: 'pairingRefused'; title: string; detail: string }
  | { type: 'paired' }
  | { type: 'badgeRead' }
  | { type: 'greeted'; person: number; scan: GreetedScan }
  | { type: 'notGreeted'; person: number; code: string; status: number; seconds: number | null }
  | { type: 'answered'; purpose: Purpose; granted: boolean }
  | { type: 'textOnlyToggled' }
  | { type: 'choicesReopened' }
  | { type: 'starting' }
  /** `isLoud`: nobody is understood here without holding a button. */
  | { type: 'started'; person: number; conversation: StartedConversation; isLoud: boolean }
  | { type: 'startFailed'; person: number; code: string; status: number }
  /** Somebody wants to try once more what did not work. */
  | { type: 'triedAgain' }
  | { type: 'drafted'; draft: string }
  | { type: 'panelOpened'; panel: Talk['panel'] }
  | { type: 'said'; text: string; shown: string }
  | { type: 'replied'; person: number; seq: number; reply: Reply }
  | { type: 'sayFailed'; person: number; seq: number; code: string }
  | { type: 'sayRetried' }
  | { type: 'choiceSaved'; person: number; answers: Record<Purpose, boolean>; closed: boolean }
  | { type: 'choiceFailed'; person: number; code: string }
  /** Something happened to the spoken side; what it changes is pure. */
  | { type: 'voiced'; person: number; change: (talk: Talk) => Talk }
  | { type: 'wentQuiet' }
  | { type: 'stillHere' }
  | { type: 'ended'; reason: GoodbyeReason }
  | { type: 'setupOpened'; isOpen: boolean }
  | { type: 'badgeTried'; badge: string }
  | { type: 'forgot' }
  | { type: 'cleared' }
  | { type: 'languageChosen'; language: Locale }
  | { type: 'staff'; status: KioskState['staff'] };
