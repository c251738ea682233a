/** Every error code that leaves the app, with its HTTP status. Texts are in the `errors` messages of each language. */
export const errorStatus = {
  invalid_json: 400,
  invalid_input: 422,
  body_too_large: 413,
  unsupported_media: 415,
  foreign_origin: 403,
  unauthenticated: 401,
  wrong_credentials: 401,
  mfa_required: 403,
  captcha_failed: 422,
  mfa_code_wrong: 422,
  mfa_mandatory: 409,
  mfa_stale: 403,
  recovery_code_wrong: 422,
  password_weak: 422,
  password_current_wrong: 422,
  link_expired: 410,
  sign_in_stale: 403,
  forbidden: 403,
  customer_suspended: 403,
  last_owner: 409,
  plan_limit: 409,
  not_found: 404,
  conflict: 409,
  consent_missing: 409,
  rate_limited: 429,
  kiosk_not_paired: 401,
  kiosk_revoked: 401,
  kiosk_elsewhere: 409,
  code_wrong: 422,
  code_used: 410,
  code_expired: 410,
  code_locked: 423,
  badge_unknown: 404,
  badge_ambiguous: 409,
  badge_replaced: 410,
  badge_random: 422,
  badge_unreadable: 422,
  badge_lost: 410,
  badge_captured: 409,
  member_inactive: 403,
  member_expired: 403,
  member_suspended: 403,
  reader_paused: 429,
  no_conversation: 409,
  conversation_closed: 409,
  conversation_expired: 410,
  tool_conflict: 409,
  voice_unavailable: 409,
  budget_spent: 409,
  backend_unavailable: 503,
  too_slow: 504,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** What is wrong with one field of a request; `code` is a key of the `errors.fields` messages. */
export interface FieldError {
  field: string;
  code: string;
}

/** Whether a text, for example the message of a database refusal, is one of our codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorStatus, text);
}

/** The one error that code throws on purpose; anything else leaves as `internal` without its text. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    more: { fields?: FieldError[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = more.fields ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}
