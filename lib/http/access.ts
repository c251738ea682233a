import type { z } from 'zod';
import type { Permission } from '@/lib/auth/permissions';
import type { LimitName } from './rate-limit/limits';

/** Who may call a route and what it takes; each exported handler carries it as `access`. `sign_in` is anybody signed in. */
export interface Access {
  actor: 'anyone' | 'sign_in' | 'user' | 'kiosk' | 'platform_admin';
  limit: LimitName;
  permission?: Permission;
  /** The shape of the JSON body; a route without one takes none. */
  body?: z.ZodType;
}
