import type { GreetedScan, Home, Reply } from '@/components/kiosk/machine/types';

/** A gym with a kiosk that speaks, as a heartbeat tells of it. */
export const home: Home = {
  kiosk: {
    slug: 'entree',
    name: 'Entrée',
    language: 'fr',
    status: 'online',
    settings: { simulator: false, voice: true, push_to_talk: false, mute: false, volume: 80, minutes: 5 },
    config_version: 1,
  },
  gym: {
    name: 'Club',
    timezone: 'Europe/Paris',
    locale: 'fr',
    address_form: 'tu',
    status: 'active',
    today: { open: '06:00', close: '22:00', is_open: true },
    next_opening: null,
    messages: {},
  },
  classes: [],
  reader_paused_until: null,
  server_time: '2026-11-21T12:00:00Z',
};

/** A member who was never asked before. */
export const scan: GreetedScan = {
  outcome: 'welcome',
  scan_id: '7f0d2c1e-6f4b-4f4e-9a57-0e1f5f1f0a01',
  first_name: 'Inès',
  language: 'es',
  consents: { talk: null, analyse: null, remember: null },
  consent_texts: {},
};

/** What JARVIS says, by default as a greeting in Spanish. */
export const sayReply = (text: string, more: Partial<Reply['payload']> = {}): Reply => ({
  text,
  payload: { chips: [], card: null, ends: false, intent: 'greet', language: 'es', ...more },
});
