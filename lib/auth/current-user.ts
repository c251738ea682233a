import 'server-only';
import { cache } from 'react';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { callRpc } from '@/lib/supabase/call';
import { claimsOf } from '@/lib/supabase/claims';
import { serverClient } from '@/lib/supabase/server';
import type { StaffActor } from './actor';

const language = z.enum(['fr', 'en', 'es']);

const actorSchema = z
  .object({
    id: z.guid(),
    email: z.string(),
    full_name: z.string(),
    role: z.enum(['super_admin', 'franchise_owner', 'gym_manager', 'gym_staff']),
    language,
    gyms: z.array(
      z.object({
        id: z.guid(),
        name: z.string(),
        city: z.string(),
        franchise_name: z.string().nullable(),
        status: z.enum(['active', 'maintenance', 'suspended']),
        owner_reads_conversations: z.boolean(),
        locale: language,
        timezone: z.string(),
        currency: z.string(),
        support: z.enum(['read', 'write']).nullable(),
        trial_ends_on: z.string().nullable(),
      }),
    ),
    open_alerts: z.record(z.string(), z.number()),
    support: z
      .object({
        id: z.guid(),
        scope_name: z.string(),
        reason: z.string(),
        expires_at: z.string(),
        may_write: z.boolean(),
      })
      .nullable(),
    visitors: z.array(
      z.object({
        name: z.string(),
        gym_id: z.guid().nullable(),
        franchise_id: z.guid().nullable(),
        expires_at: z.string(),
        may_write: z.boolean(),
      }),
    ),
  })
  .nullable();

const notYet = ['unauthenticated', 'mfa_required'];

/**
 * The signed-in person with the gyms they may open, asked once a request; null for whoever is not ready to work: not
 * signed in, ended, deactivated, or without the second factor that they need. `authState()` says which.
 */
export const currentUser = cache(async (): Promise<StaffActor | null> => {
  const db = await serverClient();
  if (!(await claimsOf(db))) return null;
  const row = await callRpc(db, 'get_actor', {}, actorSchema).catch((error: unknown) => {
    if (error instanceof AppError && notYet.includes(error.code)) return null;
    throw error;
  });
  if (!row) return null;
  const { full_name, open_alerts, ...rest } = row;
  return { kind: 'staff', ...rest, fullName: full_name, openAlerts: open_alerts };
});
