import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  beginWaiting,
  dropAhead,
  keepCall,
  takeCall,
  takeMicrophone,
  waitingSince,
} from '@/components/kiosk/voice/ahead';

const track = { stop: vi.fn() };
const ask = vi.fn(async () => ({ getTracks: () => [track] }));

beforeEach(() => {
  track.stop.mockClear();
  ask.mockClear();
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: ask } });
});
afterEach(() => {
  dropAhead();
  vi.unstubAllGlobals();
});

describe('what a call needs, got while the conversation is opened', () => {
  it('is a microphone, which is taken once', async () => {
    const before = performance.now();
    beginWaiting(true);
    expect(waitingSince()).toBeGreaterThanOrEqual(before);
    expect(await takeMicrophone()).not.toBeNull();
    expect(takeMicrophone()).toBeNull();
    dropAhead();
    expect(track.stop).not.toHaveBeenCalled();
  });

  it('is no microphone where the conversation will be written', () => {
    beginWaiting(false);
    expect(takeMicrophone()).toBeNull();
    expect(ask).not.toHaveBeenCalled();
  });

  it('is shut where nobody talks after all, even when it opens late', async () => {
    beginWaiting(true);
    keepCall({ refused: 'budget_spent' });
    dropAhead();
    expect(takeCall()).toBeNull();
    await expect.poll(() => track.stop.mock.calls.length).toBe(1);
  });

  it('is the first token, which is taken once', () => {
    keepCall({ token: 'ek_1', session: {} });
    expect(takeCall()).toEqual({ token: 'ek_1', session: {} });
    expect(takeCall()).toBeNull();
  });
});
