import { withAnyone } from '@/lib/http/with-anyone';
import { version } from '@/package.json';

/** Whether this process lives; asks nobody else. */
export const GET = withAnyone(async () => Response.json({ status: 'ok', version }), { limit: 'probe' });
