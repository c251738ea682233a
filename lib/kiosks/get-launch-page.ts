import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';

const kiosk = z.object({
  id: z.guid(),
  slug: z.string(),
  name: z.string(),
  location: z.string().nullable(),
  paired: z.boolean(),
});
const launchPage = z.object({
  kiosks: z.array(kiosk),
  /** The one that the page was asked for, wherever among the person's gyms it stands. */
  chosen: kiosk.extend({ gym_id: z.guid(), gym_name: z.string() }).nullable(),
});
export type LaunchPage = z.infer<typeof launchPage>;

/** The kiosks of a gym to be set up, and the one of `slug`; a foreign slug is none. Throws `not_found`. */
export function getLaunchPage(db: UserClient, gymId: string, slug: string | null): Promise<LaunchPage> {
  return callRpc(db, 'launch_page', { p_gym_id: gymId, p_slug: slug }, launchPage);
}
