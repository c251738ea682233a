import { describe, expect, it } from 'vitest';
import { type NextStep, nextStep, pathFor, refusalOf, stateOf } from '@/lib/auth/gate';
import { ownPath } from '@/lib/utils/own-path';

describe('where a state leads', () => {
  it.each([
    ['none', '/login'],
    ['ended', '/login'],
    ['unknown', '/login'],
    ['inactive', '/login'],
    ['setup', '/auth/setup'],
    ['enrol', '/auth/setup?step=mfa'],
    ['mfa', '/auth/mfa'],
    ['ready', '/dashboard'],
  ] as const)('%s leads to %s', (state, path) => {
    expect(pathFor(state)).toBe(path);
  });

  it.each([
    ['none', '/login?next=%2Fdashboard%2Falerts%3Ftab%3Dmine'],
    ['enrol', '/auth/setup?step=mfa&next=%2Fdashboard%2Falerts%3Ftab%3Dmine'],
    ['mfa', '/auth/mfa?next=%2Fdashboard%2Falerts%3Ftab%3Dmine'],
    ['ready', '/dashboard/alerts?tab=mine'],
    ['setup', '/auth/setup'],
  ] as const)('%s keeps the page that was wanted', (state, path) => {
    expect(pathFor(state, '/dashboard/alerts?tab=mine')).toBe(path);
  });

  it.each([
    '//evil.example',
    '/.//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
  ])('forgets %s', (next) => {
    expect(pathFor('ready', next)).toBe('/dashboard');
    expect(pathFor('none', next)).toBe('/login');
  });

  it('a path survives each step as it is', () => {
    const wanted = '/dashboard/members?q=a%26b&page=2';
    const next = new URL(pathFor('mfa', wanted), 'http://own.invalid').searchParams.get('next')!;
    expect(ownPath(next, '/')).toBe(wanted);
  });

  it.each(['dashboard', 'mfa', 'enrol', 'setup'] satisfies NextStep[])(
    '%s is the step of its state',
    (step) => {
      expect(nextStep(stateOf(step))).toBe(step);
    },
  );

  it('a state that leads nowhere has no step', () => {
    for (const state of ['none', 'ended', 'unknown', 'inactive'] as const) expect(nextStep(state)).toBeNull();
  });

  it.each([
    ['none', 'unauthenticated'],
    ['inactive', 'unauthenticated'],
    ['mfa', 'mfa_required'],
    ['enrol', 'mfa_required'],
    ['setup', 'conflict'],
  ] as const)('%s is refused with %s', (state, code) => {
    expect(refusalOf(state)).toBe(code);
  });
});
