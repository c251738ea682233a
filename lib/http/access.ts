import type { z } from 'zod';
import type { Permission } from '@/lib/auth/permissions';
import type { LimitName } from './rate-limit/limits';

/** Who may call a route and what it takes; each exported handler carries it as `access`. */
export interface Access {
  actor: 'anyone' | 'user' | 'kiosk' | 'platform_admin';
  limit: LimitName;
  permission?: Permission;
  /** The shape of the JSON body; a route without one takes none. */
  body?: z.ZodType;
}
