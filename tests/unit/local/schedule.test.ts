import { afterEach, expect, test, vi } from 'vitest';
import { onSchedule } from '@/supabase/local/cron/schedule.ts';

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['0 2 * * *', '2026-11-21T01:59:58Z', 2000],
  ['*/5 * * * *', '2026-11-21T10:04:59Z', 1000],
  ['0 6 * * 1', '2026-11-23T05:59:57Z', 3000],
  ['0 0 $ * *', '2026-11-29T23:59:59Z', 1000],
  ['45 seconds', '2026-11-21T10:00:00Z', 45_000],
])('%s is due in UTC', (schedule, now, wait) => {
  vi.useFakeTimers({ now: new Date(now) });
  let times = 0;
  const stop = onSchedule(schedule, () => {
    times++;
  });
  vi.advanceTimersByTime(wait - 500);
  expect(times).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(times).toBe(1);
  stop();
});

test.each(['0 seconds', '60 seconds', '* * *', 'daily', '61 * * * *'])('%s is refused', (schedule) => {
  expect(() => onSchedule(schedule, () => undefined)).toThrow();
});
