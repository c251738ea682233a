import { randomUUID } from 'node:crypto';
import type { Entry } from './entries.ts';
import { makeKiosk, type Tenant } from './world.ts';

const nothing = () => ({});
const kioskId = async (tenant: Tenant) => (await makeKiosk(tenant)).id;

/** Routes of kiosks, of their voice, and of the dashboard about them. */
export const kioskEntries: Record<string, Entry> = {
  'POST /api/dashboard/kiosks/[id]/code': { ok: [200], id: kioskId, body: nothing },
  'GET /api/dashboard/kiosks/export': { ok: [200] },
  'GET /api/dashboard/kiosks/[id]/pulse': { ok: [200], id: kioskId },
  'PUT /api/dashboard/kiosks/[id]': {
    ok: [200],
    again: [200, 409],
    id: kioskId,
    body: () => ({ version: 1, changes: { notes: 'walk' } }),
  },
  'POST /api/dashboard/kiosks/[id]/commands': { ok: [201], id: kioskId, body: () => ({ command: 'reload' }) },
  'POST /api/dashboard/kiosks/[id]/token': { ok: [204], id: kioskId, body: nothing },
  'POST /api/dashboard/kiosks/[id]/revoke': { ok: [204], again: [204, 409], id: kioskId, body: nothing },

  'POST /api/kiosk/provision': { ok: [422], body: () => ({ slug: 'nowhere-at-all', code: 'AAAAAA' }) },
  'POST /api/kiosk/heartbeat': { ok: [200], body: () => ({ boot_id: randomUUID(), version: 'walk' }) },
  'POST /api/kiosk/scan': {
    ok: [200],
    body: (tenant) => ({ event_id: randomUUID(), read: tenant.badge, age_ms: 0 }),
  },
  'POST /api/kiosk/queue': {
    ok: [200],
    body: (tenant) => {
      const sent = { boot_id: randomUUID(), boot_ms: 60_000, at: Date.now() };
      return { ...sent, entries: [{ ...sent, kind: 'scan', event_id: randomUUID(), read: tenant.badge }] };
    },
  },
  'POST /api/kiosk/staff': { ok: [200], body: () => ({ reason: 'button' }) },
  'GET /api/kiosk/staff': { ok: [200] },
  'GET /api/kiosk/simulator': { ok: [404] },
  'POST /api/kiosk/decline': {
    ok: [404],
    body: () => ({ scan_id: randomUUID(), language: 'fr' }),
  },
  'POST /api/kiosk/conversation': {
    ok: [404],
    body: () => ({
      scan_id: randomUUID(),
      language: 'fr',
      consents: { talk: true, analyse: false, remember: false },
    }),
  },
  'POST /api/kiosk/conversation/messages': {
    ok: [409],
    body: () => ({ seq: 1, text: 'bonjour', language: 'fr' }),
  },
  'POST /api/kiosk/conversation/consent': { ok: [409], body: () => ({ purpose: 'talk', granted: false }) },
  'POST /api/kiosk/conversation/close': { ok: [200], body: () => ({ reason: 'goodbye', last_seq: 0 }) },
  'POST /api/voice/tokens': { ok: [409], body: () => ({}) },
  'POST /api/voice/calls': { ok: [404] },
  'POST /api/voice/events': {
    ok: [409],
    body: () => ({ events: [{ kind: 'timing', name: 'ready', ms: 640, seq: 1, age_ms: 0 }] }),
  },
  'POST /api/jarvis/tools/[tool]': {
    ok: [409],
    path: { tool: 'get_class_schedule' },
    body: () => ({ tool_call_id: randomUUID(), arguments: {} }),
  },
};
