import type { Language } from '../language/intents.ts';
import type { DescribeAgent, Facts } from './types.ts';

const LONGEST = 120;
const LONGEST_SUBJECT = 160;

/** Line breaks, other control characters, and marks that turn or hide what follows them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;
const WORD_JOINER = '\u2060';

/** Text on one line without control characters: safe in a header. */
export function oneLine(text: string, longest = LONGEST_SUBJECT): string {
  const line = text.replaceAll(WORD_JOINER, '').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  return [...line].slice(0, longest).join('');
}

/**
 * A value that somebody typed, for the text of a mail: one line, bounded, and with nothing that a mail program would
 * turn into a link. Null when there is nothing left or it is no text.
 */
export function plain(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = oneLine(value, LONGEST);
  return line === '' ? null : line.replace(/(?<=\S)[.:/@](?=\S)/g, (sign) => sign + WORD_JOINER);
}

/** Text for the content of an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

function moment(value: unknown, language: Language, timeZone: string): string | null {
  const date = typeof value === 'string' ? new Date(value) : null;
  if (!date || Number.isNaN(date.getTime())) return null;
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(date);
}

/**
 * What the row's params say, made plain. Times are those of Paris, the product's default, with their zone named.
 * @param describe browser and system in words of a user agent
 */
export function readFacts(
  params: Record<string, unknown>,
  language: Language,
  describe: DescribeAgent,
): Facts {
  return {
    name: plain(params.full_name),
    invitedBy: plain(params.invited_by_name),
    place: plain(params.place),
    role: typeof params.role === 'string' ? params.role : null,
    at: moment(params.at, language, 'Europe/Paris'),
    device: typeof params.user_agent === 'string' ? plain(describe(params.user_agent)) : null,
  };
}
