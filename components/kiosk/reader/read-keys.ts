/** A key press as the browser tells it; `at` in milliseconds on any steady clock. */
export interface KeyPress {
  code: string;
  at: number;
}

/** What has been typed so far by something as fast as a badge reader. */
export interface ReaderState {
  typed: string;
  last: number;
}

export const nothingRead: ReaderState = { typed: '', last: Number.NEGATIVE_INFINITY };

/** A reader types a key in a few milliseconds, a person needs more than this. */
export const slowestGapMs = 60;
const shortestRead = 8;
const longestRead = 64;

/** Keys that readers send beside digits and letters, and that say nothing. */
const silent = new Set(['ShiftLeft', 'ShiftRight', 'CapsLock', 'NumLock']);

/** The sign of a physical key, whatever the keyboard's layout: a French layout would turn digits into letters. */
function signOf(code: string): string | null {
  // A reader that is itself set to French types the A where an English keyboard has its Q, which no number needs.
  if (code === 'KeyQ') return 'a';
  const [, digit, letter] = /^(?:(?:Digit|Numpad)(\d)|Key([A-F]))$/.exec(code) ?? [];
  return digit ?? letter?.toLowerCase() ?? null;
}

/**
 * Takes one key press. `read` is set when a badge has been read completely: at least 8 decimal or hexadecimal signs,
 * each within 60 ms of the one before, then Enter. Anything slower is a person typing.
 */
export function readKey(state: ReaderState, { code, at }: KeyPress): { state: ReaderState; read?: string } {
  if (silent.has(code)) return { state };
  const isFast = at - state.last <= slowestGapMs;
  if (code === 'Enter' || code === 'NumpadEnter') {
    const isBadge = isFast && state.typed.length >= shortestRead;
    return isBadge ? { state: nothingRead, read: state.typed } : { state: nothingRead };
  }
  const sign = signOf(code);
  if (sign === null) return { state: nothingRead };
  const typed = (isFast ? state.typed + sign : sign).slice(0, longestRead);
  return { state: { typed, last: at } };
}
