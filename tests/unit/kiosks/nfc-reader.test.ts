import { afterEach, describe, expect, it, vi } from 'vitest';
import { numberOf, readNfc } from '@/components/kiosk/reader/web-nfc';
import { badgeForms } from '@/lib/members/badge-forms';

class FakeReader extends EventTarget {
  static last: FakeReader;
  scan = vi.fn(async () => {});
  constructor() {
    super();
    FakeReader.last = this;
  }
  hold(serialNumber: string, timeStamp: number) {
    const event = Object.assign(new Event('reading'), { serialNumber });
    Object.defineProperty(event, 'timeStamp', { value: timeStamp });
    this.dispatchEvent(event);
  }
}
afterEach(() => vi.unstubAllGlobals());

describe('Web NFC', () => {
  it.each([
    ['e4:3a:c9:d2', 'e43ac9d2'],
    ['04:A1:B2:C3:D4:E5:F6', '04a1b2c3d4e5f6'],
    ['', null],
    [undefined, null],
    ['e4:3a', null],
  ])('reads the serial number %s as %s', (serial, read) => expect(numberOf(serial)).toBe(read));

  it('reads the same badge as a reader of another make', () => {
    const result = badgeForms(numberOf('d2:c9:3a:e4') ?? '');
    expect(result).toEqual({ ok: true, canonical: ['d2c93ae4', 'e43ac9d2'] });
  });

  it('tells each badge once while it rests on the reader', async () => {
    vi.stubGlobal('window', { NDEFReader: FakeReader });
    const reads: string[] = [];
    const ended = new AbortController();
    expect(await readNfc((read) => reads.push(read), ended.signal)).toBe(true);
    for (const at of [0, 500, 1000, 3500]) FakeReader.last.hold('e4:3a:c9:d2', at);
    FakeReader.last.hold('04:a1:b2:c3:d4:e5:f6', 4000);
    FakeReader.last.hold('e4:3a:c9:d2', 9000);
    ended.abort();
    FakeReader.last.hold('e4:3a:c9:d2', 20_000);
    expect(reads).toEqual(['e43ac9d2', '04a1b2c3d4e5f6', 'e43ac9d2']);
  });

  it('says no where there is no reader, and where it may not', async () => {
    const { signal } = new AbortController();
    vi.stubGlobal('window', {});
    expect(await readNfc(vi.fn(), signal)).toBe(false);
    class Refused extends FakeReader {
      override scan = vi.fn(async () => {
        throw new DOMException('no', 'NotAllowedError');
      });
    }
    vi.stubGlobal('window', { NDEFReader: Refused });
    expect(await readNfc(vi.fn(), signal)).toBe(false);
  });
});
