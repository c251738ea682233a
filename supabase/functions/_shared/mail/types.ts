import type { Language } from '../language/intents.ts';

export const mailKinds = ['invitation', 'reset', 'recovery_used', 'password_changed', 'mfa_removed'] as const;
export type MailKind = (typeof mailKinds)[number];

/** A mail of the outbox that is ours to send until its claim runs out (2 minutes). */
export interface ClaimedMail {
  id: string;
  claim_token: string;
  kind: MailKind;
  email: string;
  language: Language;
  params: Record<string, unknown>;
}

/** What a text may say, already made plain by `readFacts`; null where nothing is known. */
export interface Facts {
  name: string | null;
  invitedBy: string | null;
  place: string | null;
  role: string | null;
  /** When it happened, in words of the reader's language. */
  at: string | null;
  device: string | null;
}

/** Browser and system of a user agent in words, such as "Firefox, Windows"; null where it does not tell. */
export type DescribeAgent = (userAgent: string) => string | null;

/** One mail in words: no markup, no address. */
export interface MailText {
  subject: string;
  heading: string;
  lines: string[];
  button: string;
  /** How long the button works; null when it always does. */
  validity: string | null;
  why: string;
  notYou: string;
}

export interface Texts {
  greeting(name: string | null): string;
  /** Stands before the address that the button leads to. */
  inClear: string;
  /** The sender below the text. */
  sender: string;
  roles: Record<string, string>;
  kinds: Record<MailKind, (facts: Facts) => MailText>;
}

/** A mail as a provider takes it. */
export interface Message {
  subject: string;
  html: string;
  text: string;
}

/** A mail that could not be sent this time; `code` is short, without personal data, and stored in its row. */
export class MailError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
