import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { signInRows } from '@/components/dashboard/settings/sign-in-rows';
import { loadMessages } from '@/lib/i18n/messages';
import type { ListedSignIn } from '@/lib/auth/sign-ins';
import { formatOf } from '@/lib/utils/format';

const now = Date.parse('2026-11-21T12:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

const signIn = (given: Partial<ListedSignIn>): ListedSignIn => ({
  id: crypto.randomUUID(),
  created_at: ago(20_000),
  last_seen_at: ago(0),
  is_current: false,
  browser: 'Firefox',
  system: 'Windows',
  ...given,
});

async function rows(signIns: ListedSignIn[], locale: 'fr' | 'en' | 'es' = 'fr') {
  const messages = await loadMessages(locale);
  const t = createTranslator({ locale, messages, namespace: 'settings.security' });
  return signInRows(signIns, formatOf(locale, 'Europe/Paris', new Date(now)), t, now);
}

describe('signInRows', () => {
  it.each([
    [0, 'active à l’instant'],
    [5, 'active il y a 5 minutes'],
    [125, 'active il y a 2 heures'],
    [3 * 1440, 'active il y a 3 jours'],
    [9 * 1440, 'active le 12\u00a0novembre'],
  ])('%i minutes ago are said as "%s"', async (minutes, words) => {
    const [row] = await rows([signIn({ last_seen_at: ago(minutes) })]);
    expect(row?.seen).toBe(words);
  });

  it('puts this sign-in first, then the latest seen; one that was never seen again counts from its start', async () => {
    const listed = [
      signIn({ id: 'old', last_seen_at: null }),
      signIn({ id: 'young', last_seen_at: ago(10) }),
      signIn({ id: 'here', is_current: true, last_seen_at: ago(60) }),
    ];
    expect((await rows(listed)).map((row) => row.id)).toEqual(['here', 'young', 'old']);
  });

  it('names what the browser told, and says so where it did not', async () => {
    const listed = [
      signIn({ last_seen_at: ago(1) }),
      signIn({ last_seen_at: ago(2), browser: 'Safari', system: 'iOS' }),
      signIn({ last_seen_at: ago(3), browser: null }),
      signIn({ last_seen_at: ago(4), browser: null, system: null }),
    ];
    const said = await rows(listed);
    expect(said.map((row) => row.device)).toEqual([
      'Firefox sur Windows',
      'Safari sur iOS',
      'Navigateur inconnu sur Windows',
      'Appareil inconnu',
    ]);
    expect(said.map((row) => row.isPhone)).toEqual([false, true, false, false]);
  });

  it('speaks the reader’s language', async () => {
    const listed = [signIn({ last_seen_at: ago(5) })];
    expect((await rows(listed, 'en'))[0]).toMatchObject({ seen: 'active 5 minutes ago' });
    expect((await rows(listed, 'es'))[0]).toMatchObject({ device: 'Firefox en Windows' });
  });
});
