import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { readBody } from '@/lib/http/body';
import { withinTime } from '@/lib/http/within-time';

const shape = z.object({ text: z.string() });
const type = { 'content-type': 'application/json' };
const streamed = (body: ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { ...type, ...headers },
    duplex: 'half',
  } as RequestInit);
const bytes = (text: string) => new TextEncoder().encode(text);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('withinTime', () => {
  it('hands over what was done in time, and stops its clock', async () => {
    await expect(withinTime(async () => 'done')).resolves.toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('throws too_slow after 15 seconds and tells the work', async () => {
    let seen: AbortSignal | undefined;
    const never = withinTime((signal) => {
      seen = signal;
      return new Promise(() => undefined);
    });
    const refused = expect(never).rejects.toMatchObject({ code: 'too_slow', status: 504 });
    await vi.advanceTimersByTimeAsync(14_999);
    expect(seen?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await refused;
    expect(seen?.aborted).toBe(true);
  });

  it('does not wait for a body that never ends, and lets go of it', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes('{"text":')),
      cancel: () => {
        cancelled = true;
      },
    });
    const slow = withinTime((signal) => readBody(streamed(body), shape, signal));
    const refused = expect(slow).rejects.toMatchObject({ code: 'too_slow' });
    await vi.advanceTimersByTimeAsync(15_000);
    await refused;
    expect(cancelled).toBe(true);
  });
});

describe('a body that is not what it says', () => {
  it('is counted, not believed: more than its content-length', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes('x'.repeat(16_384))),
    });
    await expect(readBody(streamed(body, { 'content-length': '10' }), shape)).rejects.toMatchObject({
      code: 'body_too_large',
    });
  });

  it.each(['-1', 'many', ''])('has a content-length of "%s" and is read all the same', async (length) => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: '{"text":"salut"}',
      headers: { ...type, 'content-length': length },
    });
    expect(await readBody(request, shape)).toEqual({ text: 'salut' });
  });

  it('breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes('{"text":"sa')),
      pull: (controller) => controller.error(new Error('aborted')),
    });
    await expect(readBody(streamed(body), shape)).rejects.toMatchObject({ code: 'invalid_json' });
  });

  it.each([
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['nested beyond every stack', bytes('['.repeat(60_000))],
    ['nested and closed', bytes('['.repeat(30_000) + ']'.repeat(30_000))],
  ])('is %s', async (_what, content) => {
    const request = new Request('http://localhost/', { method: 'POST', body: content, headers: type });
    await expect(readBody(request, shape)).rejects.toMatchObject({
      code: expect.stringMatching(/^invalid_(json|input)$/),
    });
  });

  it.each(['application/json, text/plain', 'text/plain, application/json', 'application/jsonx', ''])(
    'has the content type "%s"',
    async (name) => {
      const request = new Request('http://localhost/', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': name },
      });
      await expect(readBody(request, shape)).rejects.toMatchObject({ code: 'unsupported_media' });
    },
  );
});
