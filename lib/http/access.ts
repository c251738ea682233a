import type { z } from 'zod';
import type { Permission } from '@/lib/auth/permissions';
import type { LimitName } from './rate-limit/limits';

/** What a route does to somebody's way in; the log names it, whether it worked or was refused. */
export type AuthEvent =
  | 'sign_in'
  | 'sign_out'
  | 'sign_in_ended'
  | 'other_sign_ins_ended'
  | 'factor_shown'
  | 'factor_begun'
  | 'factor_added'
  | 'factor_removed'
  | 'recovery_code_used'
  | 'recovery_codes_renewed'
  | 'link_redeemed'
  | 'reset_asked'
  | 'password_changed'
  | 'invitation_accepted'
  | 'kiosk_paired';

/** Who may call a route and what it takes; each exported handler carries it as `access`. `sign_in` is anybody signed in. */
export interface Access {
  actor: 'anyone' | 'sign_in' | 'user' | 'kiosk' | 'platform_admin';
  limit: LimitName;
  permission?: Permission;
  event?: AuthEvent;
  /** The shape of the JSON body; a route without one takes none. */
  body?: z.ZodType;
  /** The largest body in bytes, where 64 KiB are not enough. */
  bodyBytes?: number;
}
