import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { AlertAction, GymBudget, NewRate } from './schemas';

/** Enters a rate of the euro, or corrects that day's. Throws `forbidden`, `mfa_required`, `invalid_input` (day, usd_per_eur). */
export async function addExchangeRate(db: UserClient, { day, usd_per_eur }: NewRate): Promise<void> {
  await callRpc(db, 'add_exchange_rate', { p_day: day, p_usd_per_eur: usd_per_eur }, z.unknown());
}

/** Sets what a gym's voice may cost in a month, or takes that away. Throws `not_found`, `mfa_required`, `invalid_input` (usd). */
export async function setGymBudget(db: UserClient, gymId: string, { usd }: GymBudget): Promise<void> {
  await callRpc(db, 'set_gym_budget', { p_gym_id: gymId, p_usd: usd }, z.unknown());
}

/** Takes up, closes or reopens an alert of the platform. Throws `not_found`, `conflict` when it is so already, `mfa_required`. */
export async function actOnPlatformAlert(db: UserClient, id: string, { action }: AlertAction): Promise<void> {
  await callRpc(db, 'act_on_platform_alert', { p_platform_alert_id: id, p_action: action }, z.unknown());
}
