import { describe, expect, it } from 'vitest';
import { askedAt, missingAt, stepOf } from '@/components/admin/customers/wizard/draft-rules';
import { startAnswers } from '@/components/admin/customers/wizard/start-answers';

describe('the steps of a new customer', () => {
  it('ask a gym on its own neither its name nor its city twice', () => {
    expect(askedAt('gym', 'gym')).toEqual(['gym_language', 'timezone']);
    expect(askedAt('gym', 'franchise')).toContain('gym_name');
  });

  it('say what is missing, and let a kiosk and a trial wait', () => {
    expect(missingAt('customer', { kind: 'gym', name: ' ', language: 'fr' })).toEqual(['name', 'city']);
    expect(missingAt('plan', { plan: 'pro' })).toEqual([]);
    expect(missingAt('kiosk', {})).toEqual([]);
  });

  it('are found by the answer at fault', () => {
    expect(stepOf('owner_email')).toBe('owner');
    expect(stepOf('timezone')).toBe('gym');
    expect(stepOf('nothing')).toBeUndefined();
  });

  it('begin with the best guess: the customer’s language sets clock and words', () => {
    expect(startAnswers({ language: 'es', city: 'Bilbao' }, 'fr')).toMatchObject({
      owner_language: 'es',
      gym_language: 'es',
      timezone: 'Europe/Madrid',
      gym_city: 'Bilbao',
      plan: 'starter',
    });
    expect(startAnswers({ language: 'es', timezone: 'Atlantic/Canary', gym_city: null }, 'fr')).toMatchObject(
      {
        timezone: 'Atlantic/Canary',
      },
    );
  });
});
