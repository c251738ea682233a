import { NextRequest } from 'next/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const kioskVerb = vi.fn(async () => []);
const isDemo = vi.fn(() => false);
vi.mock('@/lib/kiosks/gateway', () => ({ kioskVerb }));
vi.mock('@/lib/env', () => ({
  env: () => ({ JARVIS_DEMO: isDemo(), APP_URL: 'http://localhost:3001' }),
  isDevelopment: () => false,
  logLevel: () => 'silent',
}));
// Another file may have loaded the route with what is behind it.
beforeEach(() => void vi.resetModules());
afterEach(() => vi.clearAllMocks());

describe('GET /api/kiosk/simulator', () => {
  it.each([false, true])('tells the database whether this is a demonstration: %s', async (demo) => {
    isDemo.mockReturnValue(demo);
    const { GET } = await import('@/app/api/kiosk/simulator/route');
    const request = new NextRequest('http://localhost:3001/api/kiosk/simulator', {
      headers: { cookie: `kiosk=${'ab'.repeat(32)}`, 'sec-fetch-site': 'same-origin' },
    });
    const answer = await GET(request, { params: Promise.resolve({}) });
    expect(answer.status).toBe(200);
    expect(kioskVerb).toHaveBeenCalledWith(
      'kiosk_simulator_badges',
      expect.objectContaining({ p_is_demo: demo }),
      expect.anything(),
    );
  });
});
