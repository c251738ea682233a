import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { briefing } from '@/lib/overview/briefing';
import type { Overview } from '@/lib/overview/schemas';

type Kiosk = Overview['kiosks'][number];

const kiosk = (name: string, shown: Kiosk['shown']): Kiosk => ({
  id: '00000000-0000-4000-8000-000000000001',
  slug: name.toLowerCase(),
  name,
  location: null,
  shown,
  last_heartbeat_at: '2026-11-21T06:31:00Z',
});

const quiet: Overview = {
  date: '2026-11-26',
  visits_yesterday: 412,
  visits_usual: 388,
  conversations_yesterday: 96,
  negative_yesterday: 0,
  inside_now: 0,
  alerts_open: 0,
  alerts_urgent: 0,
  at_risk: 0,
  members_active: 1842,
  members_new_30d: 12,
  kiosks: [kiosk('Entrée', 'online'), kiosk('Accueil', 'online')],
  first_steps: null,
  to_call: [],
  live: [],
  hours: [],
  topics: [],
  sparks: { visits: [], conversations: [] },
};
const keys = (changes: Partial<Overview>) => briefing({ ...quiet, ...changes }).map(({ key }) => key);

describe('briefing', () => {
  it('compares yesterday with the usual', () => {
    expect(briefing(quiet)[0]).toEqual({ key: 'yesterday.better', visits: 412, talks: 96, share: 0.06 });
    expect(keys({ visits_yesterday: 300 })[0]).toBe('yesterday.worse');
    expect(keys({ visits_yesterday: 390 })[0]).toBe('yesterday.same');
  });

  it('does not compare with nothing, or with next to nothing', () => {
    expect(keys({ visits_usual: null })[0]).toBe('yesterday.plain');
    expect(keys({ visits_usual: 9, visits_yesterday: 18 })[0]).toBe('yesterday.plain');
  });

  it('says who needs you', () => {
    expect(keys({ alerts_open: 3, at_risk: 8 })[1]).toBe('todo.alerts');
    expect(keys({ at_risk: 8 })[1]).toBe('todo.risk');
    expect(keys({})[1]).toBe('todo.quiet');
  });

  it('says the worst of the kiosks', () => {
    const [on, off] = [kiosk('Entrée', 'online'), kiosk('Haut', 'offline')];
    const late = kiosk('Accueil', 'late');
    expect(keys({})[2]).toBe('kiosks.well');
    expect(keys({ kiosks: [] })[2]).toBe('kiosks.none');
    expect(keys({ kiosks: [on, off, late] })[2]).toBe('kiosks.down');
    expect(keys({ kiosks: [off, off, late] })[2]).toBe('kiosks.downMany');
    expect(keys({ kiosks: [on, kiosk('Haut', 'error')] })[2]).toBe('kiosks.broken');
    expect(keys({ kiosks: [on, late] })[2]).toBe('kiosks.late');
    expect(keys({ kiosks: [on, kiosk('Neuve', 'provisioning')] })[2]).toBe('kiosks.waiting');
    expect(keys({ kiosks: [on, kiosk('Neuve', 'maintenance')] })[2]).toBe('kiosks.maintenance');
    expect(briefing({ ...quiet, kiosks: [on, off] })[2]).toMatchObject({
      total: 2,
      count: 1,
      names: ['Haut'],
      since: '2026-11-21T06:31:00Z',
    });
  });

  it.each(['fr', 'en', 'es'] as const)('has a sentence for every fact in %s', async (locale) => {
    const t = createTranslator({
      locale,
      messages: await loadMessages(locale),
      namespace: 'overview.briefing',
    });
    const kinds: Kiosk['shown'][] = ['online', 'late', 'offline', 'provisioning', 'maintenance', 'error'];
    for (const shown of kinds) {
      const facts = briefing({ ...quiet, alerts_open: 2, alerts_urgent: 1, kiosks: [kiosk('Nord', shown)] });
      for (const fact of facts) {
        const figures = { ...fact, weekday: 'x', share: '6 %', when: 'none', names: 'Nord' };
        const tag = (chunks: string) => chunks;
        const sentence = t.markup(fact.key, {
          ...figures,
          since: '',
          v: tag,
          c: tag,
          a: tag,
          r: tag,
          k: tag,
        });
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toContain('briefing');
      }
    }
  });
});
