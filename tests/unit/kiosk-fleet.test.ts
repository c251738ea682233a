import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstState, reduce } from '@/components/kiosk/machine/reduce';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const load = () => import('@/components/kiosk/fleet/commands');
const store = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};
const orders = (...commands: ('reload' | 'mute' | 'reprovision')[]) => ({
  build: '1',
  commands: commands.map((command, n) => ({ id: id(n), command, value: null })),
});

describe('what a heartbeat asks for', () => {
  const reload = vi.fn();
  const dispatch = vi.fn();
  beforeEach(() => {
    vi.resetModules();
    vi.stubGlobal('localStorage', store());
    vi.stubGlobal('sessionStorage', store());
    vi.stubGlobal('window', { location: { reload } });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.clearAllMocks();
  });

  it('is done at once where the answer carries it, and told with the next one', async () => {
    const { obey, report, rest } = await load();
    expect(obey(orders('mute'), [], '1', dispatch)).toBe(true);
    expect(report().done).toEqual([id(0)]);
    expect(obey(orders('mute'), [id(0)], '1', dispatch)).toBe(false);
    expect(report().done).toEqual([]);
    rest();
    expect(reload).not.toHaveBeenCalled();
  });

  it('waits for an idle kiosk where it would take the screen away, and is done once', async () => {
    const { obey, report, rest } = await load();
    expect(obey(orders('reload'), [], '1', dispatch)).toBe(false);
    expect(report().done).toEqual([]);
    rest();
    expect(reload).toHaveBeenCalledOnce();
    expect(report().done).toEqual([id(0)]);
    obey(orders('reload'), [], '1', dispatch);
    rest();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('opens the pairing screen when a new code is asked for', async () => {
    const { obey, rest } = await load();
    obey(orders('reprovision'), [], '1', dispatch);
    rest();
    expect(dispatch).toHaveBeenCalledWith({ type: 'pairingOpened' });
  });

  it('loads a new build once, even where the page stays the old one', async () => {
    const { obey, rest } = await load();
    for (let beat = 0; beat < 3; beat++) {
      obey({ build: '2', commands: [] }, [], '1', dispatch);
      rest();
    }
    expect(reload).toHaveBeenCalledOnce();
  });
});

it('a kiosk that was opened elsewhere forgets who stood there, and works again when it is touched', () => {
  const on = { ...firstState({ language: 'fr', isPaired: true }), view: { name: 'attract' } as const };
  const off = reduce(on, { type: 'beatFailed', code: 'kiosk_elsewhere', status: 409 });
  expect(off.view).toEqual({ name: 'elsewhere' });
  expect(off.person).toBe(on.person + 1);
});
