import type { Entry } from './entries.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The routes of a gym's settings. */
export const gymSettingsEntries: Record<string, Entry> = {
  // The same change a second time has been seen as it no longer is; the other callers of the walk have been there too.
  'PUT /api/dashboard/gym-settings': {
    ok: [409],
    place: true,
    body: ({ gymId }) => ({
      gym_id: gymId,
      seen: { phone: 'never so' },
      changes: { phone: '04 65 71 00 99' },
    }),
  },
  'POST /api/dashboard/gym-settings/days': {
    ok: [200],
    place: true,
    body: ({ gymId }) => ({
      gym_id: gymId,
      days: [{ date: inDays(30), state: 'closed', label: 'Inventaire' }],
    }),
  },
  'POST /api/dashboard/gym-settings/consents': {
    ok: [409],
    place: true,
    body: ({ gymId, mark }) => {
      const text = `Un texte de ${mark}, assez long.`.slice(0, 160);
      return {
        gym_id: gymId,
        purpose: 'talk',
        seen_version: 'never published',
        texts: { fr: text, en: text, es: text },
        asks_again: false,
      };
    },
  },
};
