import { expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { countStranger } from '@/lib/http/strangers';

const refused = (code: 'kiosk_not_paired' | 'kiosk_revoked') => () => Promise.reject(new AppError(code));
const codeOf = (error: unknown) => (error as AppError).code;

it('asks no more about made-up tokens of one address than a hundred times a minute', async () => {
  const answers = new Map<string, number>();
  for (let at = 0; at < 130; at++) {
    const code = await countStranger('192.0.2.1', refused('kiosk_not_paired')).catch(codeOf);
    answers.set(String(code), (answers.get(String(code)) ?? 0) + 1);
  }
  expect(Object.fromEntries(answers)).toEqual({ kiosk_not_paired: 100, rate_limited: 30 });
  expect(await countStranger('192.0.2.1', async () => 'a kiosk').catch(codeOf)).toBe('rate_limited');
  expect(await countStranger('192.0.2.2', async () => 'a kiosk')).toBe('a kiosk');
});

it('counts nothing for kiosks that are, or were, paired', async () => {
  for (let at = 0; at < 300; at++) {
    expect(await countStranger('192.0.2.3', async () => at)).toBe(at);
    expect(await countStranger('192.0.2.3', refused('kiosk_revoked')).catch(codeOf)).toBe('kiosk_revoked');
  }
});
