import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readBody } from '@/lib/http/body';

const shape = z.object({ text: z.string().max(10) });
const request = (body: string, type = 'application/json') =>
  new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } });

describe('readBody', () => {
  it('reads what has the right shape', async () => {
    expect(await readBody(request('{"text":"salut"}'), shape)).toEqual({ text: 'salut' });
  });

  it.each([
    ['unsupported_media', 'text=salut', 'application/x-www-form-urlencoded'],
    ['invalid_json', '{"text":', 'application/json'],
    ['invalid_json', '', 'application/json'],
    ['body_too_large', JSON.stringify({ text: 'x'.repeat(70_000) }), 'application/json'],
    ['invalid_input', '{"text":12}', 'application/json'],
    ['invalid_input', 'null', 'application/json; charset=utf-8'],
  ])('refuses with %s: %.20s', async (code, body, type) => {
    await expect(readBody(request(body, type), shape)).rejects.toMatchObject({ code });
  });

  it('names the field at fault', async () => {
    const refused = readBody(request('{"text":"much too long"}'), shape);
    await expect(refused).rejects.toMatchObject({ fields: [{ field: 'text' }] });
  });

  it('takes out what a database cannot store', async () => {
    const { text } = await readBody(request('{"text":"a\\u0000b\\ud83d"}'), shape);
    expect(text).toBe('a b\ufffd');
  });
});
