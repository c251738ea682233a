import { describe, expect, inject, it } from 'vitest';
import { rawExchange } from './support/http.ts';

describe('two requests in one', () => {
  const { host } = new URL(inject('app').url);
  const head = `POST /api/preferences HTTP/1.1\r\nhost: ${host}\r\norigin: http://${host}\r\ncontent-type: application/json\r\n`;
  const second = `GET /api/health HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`;

  it.each([
    ['two lengths', `${head}content-length: 2\r\ncontent-length: ${2 + second.length}\r\n\r\n{}${second}`],
    ['a list of lengths', `${head}content-length: 2, ${2 + second.length}\r\n\r\n{}${second}`],
    [
      'a length and chunks',
      `${head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${second}`,
    ],
    [
      'chunks named twice',
      `${head}transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n\r\n0\r\n\r\n${second}`,
    ],
    ['chunks misspelt', `${head}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n${second}`],
    ['a blank before the colon', `${head}content-length : 2\r\n\r\n{}${second}`],
    ['a folded header', `${head}x-a: b\r\n content-length: 2\r\n\r\n${second}`],
    ['a bare line feed', `${head}x-a: b\ncontent-length: 2\r\n\r\n{}${second}`],
    ['a negative length', `${head}content-length: -2\r\n\r\n{}${second}`],
    ['a length in hex', `${head}content-length: 0x2\r\n\r\n{}${second}`],
    ['a wrong chunk', `${head}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n${second}`],
  ])('with %s are refused, and the second is not answered', async (_what, bytes) => {
    const heard = await rawExchange(bytes);
    expect(heard).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(heard).not.toContain('"status":"ok"');
  });

  it('control: two whole ones are two', async () => {
    const heard = await rawExchange(`${head}content-length: 2\r\n\r\n{}${second}`);
    expect(heard.match(/HTTP\/1\.1 \d\d\d/g)).toEqual(['HTTP/1.1 204', 'HTTP/1.1 200']);
  });
});
