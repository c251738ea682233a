import 'server-only';
import { cache } from 'react';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { callRpc } from '@/lib/supabase/call';
import { claimsOf } from '@/lib/supabase/claims';
import { serverClient, type UserClient } from '@/lib/supabase/server';

/**
 * How far a sign-in has come: `none` no sign-in here · `ended` ended elsewhere or too old · `unknown` neither a person
 * nor invited · `inactive` deactivated · `setup` invited, not yet accepted · `enrol` must add a second factor · `mfa`
 * must show it · `ready` may work.
 */
export const signInStates = ['ended', 'unknown', 'inactive', 'setup', 'enrol', 'mfa', 'ready'] as const;
export type SignInState = 'none' | (typeof signInStates)[number];

const answer = z.object({
  state: z.enum(signInStates),
  role: z.enum(['super_admin', 'franchise_owner', 'gym_manager', 'gym_staff']).nullish(),
  language: z.enum(['fr', 'en', 'es']).nullish(),
  full_name: z.string().nullish(),
  email: z.string().nullish(),
  has_factor: z.boolean().nullish(),
  needs_mfa: z.boolean().nullish(),
});

const methods = z.array(z.object({ method: z.string(), timestamp: z.number() })).catch([]);

/** A sign-in as its token and the database describe it. */
export interface SignIn extends Omit<z.infer<typeof answer>, 'state'> {
  state: Exclude<SignInState, 'none'>;
  /** The person's id in the auth server. */
  id: string;
  /** How and when they proved who they are, in Unix seconds. */
  methods: { method: string; timestamp: number }[];
}

export type AuthState = { state: 'none' } | SignIn;

/** The state of a client's sign-in; asks the database each time, so that an ended or deactivated one shows at once. */
export async function readAuthState(db: UserClient): Promise<AuthState> {
  const claims = await claimsOf(db);
  if (!claims) return { state: 'none' };
  const known = { id: claims.sub, methods: methods.parse(claims.amr) };
  try {
    return { ...known, ...(await callRpc(db, 'get_auth_state', {}, answer)) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated') return { ...known, state: 'ended' };
    throw error;
  }
}

/** The state of this request's sign-in, asked once a page. */
export const authState = cache(async (): Promise<AuthState> => readAuthState(await serverClient()));
