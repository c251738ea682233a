import { describe, expect, it } from 'vitest';
import { nothingRead, readKey } from '@/components/kiosk/reader/read-keys';

/** Types keys with a fixed gap; returns what was read. */
function type(codes: string[], gap: number): string[] {
  let state = nothingRead;
  const reads: string[] = [];
  for (const [index, code] of codes.entries()) {
    const result = readKey(state, { code, at: 1000 + index * gap });
    state = result.state;
    if (result.read !== undefined) reads.push(result.read);
  }
  return reads;
}

const digits = (text: string) => [...text].map((sign) => `Digit${sign}`);
const letters = (text: string) => [...text.toUpperCase()].map((sign) => `Key${sign}`);

describe('badge reader', () => {
  it('reads a decimal number ended by Enter', () => {
    expect(type([...digits('2920004542'), 'Enter'], 5)).toEqual(['2920004542']);
  });

  it('reads physical keys, so that a French layout changes nothing', () => {
    // On AZERTY these keys would have written "à&éè" and so on.
    expect(type([...digits('00184075'), ...letters('fa'), 'NumpadEnter'], 60)).toEqual(['00184075fa']);
  });

  it('reads a reader that is set to French itself, whose A lies where the Q of other keyboards is', () => {
    const codes = ['Digit0', 'Digit0', ...letters('d50'), 'Digit7', 'KeyD', 'Digit0', 'KeyQ'];
    expect(type([...codes.map((code) => code.replace(/^Key(\d)$/, 'Digit$1')), 'Enter'], 5)).toEqual([
      '00d507d0a',
    ]);
  });

  it('reads the numeric pad and ignores the shift that comes with capitals', () => {
    const pad = [...'12345678'].map((digit) => `Numpad${digit}`);
    expect(type([...pad, 'ShiftLeft', 'KeyA', 'Enter'], 10)).toEqual(['12345678a']);
  });

  it('reads two badges one after the other', () => {
    const codes = [...digits('11111111'), 'Enter', ...digits('22222222'), 'Enter'];
    expect(type(codes, 3)).toEqual(['11111111', '22222222']);
  });

  it('takes somebody who types for a person', () => {
    expect(type([...digits('2920004542'), 'Enter'], 61)).toEqual([]);
  });

  it('ignores Enter that comes late', () => {
    let state = nothingRead;
    for (const [index, code] of digits('2920004542').entries()) {
      state = readKey(state, { code, at: index * 5 }).state;
    }
    expect(readKey(state, { code: 'Enter', at: 200 }).read).toBeUndefined();
  });

  it('ignores seven signs, and words', () => {
    expect(type([...digits('1234567'), 'Enter'], 5)).toEqual([]);
    expect(type([...letters('bonjouratous'), 'Enter'], 5)).toEqual([]);
  });

  it('keeps no more than 64 signs', () => {
    expect(type([...digits('7'.repeat(500)), 'Enter'], 1)[0]).toHaveLength(64);
  });

  it('forgets what came before a pause', () => {
    let state = readKey(nothingRead, { code: 'Digit9', at: 0 }).state;
    for (const [index, code] of digits('12345678').entries()) {
      state = readKey(state, { code, at: 500 + index }).state;
    }
    expect(readKey(state, { code: 'Enter', at: 510 }).read).toBe('12345678');
  });
});
