import type { ErrorCode } from '@/lib/errors';
import { ownPath } from '@/lib/utils/own-path';
import type { SignInState } from './auth-state';

/** The pages of signing in. */
export const signInPages = {
  login: '/login',
  mfa: '/auth/mfa',
  setup: '/auth/setup',
  enrol: '/auth/setup?step=mfa',
  /** Where a recovery link leads once the second factor, if there is one, was shown. */
  newPassword: '/auth/reset?step=password',
  dashboard: '/dashboard',
} as const;

/** The word that a route answers for the page that comes next. */
export type NextStep = 'dashboard' | 'mfa' | 'enrol' | 'setup';

/** What comes after a sign-in that has just been made, or null when it leads nowhere. */
export function nextStep(state: SignInState): NextStep | null {
  if (state === 'ready') return 'dashboard';
  return state === 'mfa' || state === 'enrol' || state === 'setup' ? state : null;
}

/** The state that a step answers to; the reverse of `nextStep`. */
export function stateOf(step: NextStep): SignInState {
  return step === 'dashboard' ? 'ready' : step;
}

/**
 * Where somebody in this state belongs.
 * @param next the page that they wanted, kept through the steps before it; only a path of our own counts
 */
export function pathFor(state: SignInState, next?: string): string {
  const wanted = ownPath(next, signInPages.dashboard);
  const step = nextStep(state);
  if (step === 'dashboard') return wanted;
  if (step === 'setup') return signInPages.setup;
  const page = step ? signInPages[step] : signInPages.login;
  if (wanted === signInPages.dashboard) return page;
  return `${page}${page.includes('?') ? '&' : '?'}next=${encodeURIComponent(wanted)}`;
}

/** Why a sign-in in this state may not go on. */
export function refusalOf(state: SignInState): ErrorCode {
  if (state === 'mfa' || state === 'enrol') return 'mfa_required';
  return state === 'setup' || state === 'ready' ? 'conflict' : 'unauthenticated';
}
