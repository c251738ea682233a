import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { AlertAction } from './schemas';

const answer = z.object({ id: z.guid(), status: z.string() });

/** Gives, ends, sets aside or reopens an alert; the database decides who may. A foreign id is `not_found`. */
export function actOnAlert(db: UserClient, alertId: string, input: AlertAction) {
  const args = {
    p_alert_id: alertId,
    p_action: input.action,
    p_assignee: input.assignee ?? null,
    p_notes: input.notes || null,
  };
  return callRpc(db, 'act_on_alert', args, answer);
}
