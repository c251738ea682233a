import { badgeForms } from '../badge-forms.ts';
import { columnWords, notKeptWords, visitWords } from './column-words.ts';
import { type ImportField, type ImportKind, importFields, visitFields } from './fields.ts';
import { readDates } from './parse-date.ts';
import { readTime } from './parse-time.ts';
import { readMemberKind, readStatus } from './parse-words.ts';
import type { Table } from './read-table.ts';

export type Certainty = 'certain' | 'guessed' | 'unknown';

/** Where a column goes; `not_kept` is known and left out, `null` is for a person to say. */
export interface ColumnGuess {
  field: ImportField | 'not_kept' | null;
  certainty: Certainty;
}

/** Lower case without accents and punctuation, camelCase taken apart: `memberSince` and `Member_since` are one. */
export function foldHeader(header: string): string {
  return header
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Words = Map<string, { field: ImportField | 'not_kept'; rank: number }>;
const isOfVisit = (field: ImportField) => (visitFields as readonly ImportField[]).includes(field);

function wordsOf(kind: ImportKind): Words {
  const words: Words = new Map();
  const add = (field: ImportField | 'not_kept', list: string) => {
    for (const [rank, word] of list.split(',').entries())
      if (!words.has(word)) words.set(word, { field, rank });
  };
  if (kind === 'visits')
    for (const field of ['visit_day', 'visit_time', 'left_time'] as const) add(field, visitWords[field]);
  for (const field of importFields)
    add(kind === 'members' || isOfVisit(field) ? field : 'not_kept', columnWords[field]);
  for (const word of notKeptWords.split(',')) {
    // Of visits the dates are what the file is about.
    if (kind === 'members' || !words.has(word)) words.set(word, { field: 'not_kept', rank: 0 });
  }
  return words;
}
const words = { members: wordsOf('members'), visits: wordsOf('visits') };

/** Somebody else than the member: never to be taken for the member's own. */
const someoneElse =
  /\b(emergency|urgence|emergencia|notfall|nodkontakt|guardian|tuteur|tutor|parent|payer|payeur|billing|facturation)\b/;

/** The same of a list of visits, tried first there. */
const tellingOfVisits: [RegExp, ImportField][] = [
  [/\b(sortie|exit|check ?out|depart\w*|salida|left|ausgang|uscita)\b/, 'left_time'],
  [/\b(heure|hora|uhrzeit|hour)\b/, 'visit_time'],
  [
    /\b(check ?in|entree|acces|passage|visit\w*|entrada|acceso|attend\w*|scan\w*|pointage|presence|arriv\w*|date|fecha|dato|datum)\b/,
    'visit_day',
  ],
];

/** Words that give a longer header away, tried in this order. */
const telling: [RegExp, ImportField | 'not_kept'][] = [
  [/\b(e ?mail|courriel|correo)\b/, 'email'],
  [/\b(naissance|birth|nacimiento|geburt\w*|fodsel\w*|nascita|dob)\b/, 'birth_date'],
  [/\b(badge|rfid|barcode|keytag|fob)\b/, 'badge'],
  [/\b(mobile|phone|telephone|tel|portable|movil|telefono|telefon|handy)\b/, 'phone'],
  [/\b(prenom|first name|vorname|fornavn|given)\b/, 'first_name'],
  [/\b(last name|surname|nom de famille|apellidos?|nachname|efternavn)\b/, 'last_name'],
  [/\b(expir\w*|echeance|fin|end|vencimiento|ablauf|udlob\w*)\b/, 'membership_ends_on'],
  [/\b(inscri\w*|adhesion|joined?|since|depuis|alta|debut|start|eintritt|indmeld\w*)\b/, 'member_since'],
  [/\b(statut|status|estado|etat)\b/, 'status'],
  [/\b(abonnement|membership|formule|plan|abono|mitgliedschaft|medlemskab)\b/, 'membership_type'],
  [/\b(adresse|address|direccion|postal|ville|city)\b/, 'not_kept'],
  [
    /\b(numero|number|no|num|code|id)\b.*\b(client|adherent|membre|member|socio|cliente|customer)\b/,
    'external_id',
  ],
];

const SAMPLE = 200;
const share = (values: string[], test: (value: string) => boolean) =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;
const email = (value: string) => /^\S+@\S+\.\S{2,}$/.test(value);
const phone = (value: string) =>
  /^\+?[\d .()/-]{8,}$/.test(value) && /^\D*(\d\D*){9,13}$/.test(value) && !isDate(value);
const isDate = (value: string) => readDates([value]).readable;

/** What the values say where the header says nothing. */
function byValues(values: string[], kind: ImportKind): ImportField | null {
  if (kind === 'visits' && share(values, isDate) > 0.8) return 'visit_day';
  if (share(values, email) > 0.6) return 'email';
  if (share(values, (value) => /\p{L}{2}/u.test(value) && readStatus(value) !== null) > 0.8) return 'status';
  if (share(values, (value) => /^[0+]/.test(value) && phone(value)) > 0.7) return 'phone';
  if (share(values, (value) => /^[0-9a-f]{8,14}$/i.test(value) && badgeForms(value).ok) > 0.9) return 'badge';
  return null;
}

/** Whether the values can be what the header says; a header alone may lie. */
function agrees(field: ImportField | 'not_kept', values: string[]): boolean {
  if (values.length === 0) return true;
  switch (field) {
    case 'email':
      return share(values, email) > 0.5;
    case 'birth_date':
    case 'member_since':
    case 'membership_ends_on':
      return share(values, isDate) > 0.5;
    case 'visit_day':
      return share(values, isDate) > 0.5;
    case 'visit_time':
    case 'left_time':
      return share(values, (value) => readTime(value) !== null) > 0.5;
    case 'status':
      return share(values, (value) => readStatus(value) !== null) > 0.5;
    case 'first_name':
    case 'last_name':
    case 'full_name':
      return share(values, (value) => /\p{L}/u.test(value) && !value.includes('@')) > 0.7;
    case 'member_kind':
      return share(values, (value) => readMemberKind(value) !== null) > 0.5;
    case 'age':
      return share(values, (value) => /^\D*\d{1,3}\D*$/.test(value)) > 0.5;
    default:
      return true;
  }
}

function guessOne(header: string, values: string[], kind: ImportKind): ColumnGuess & { rank: number } {
  const folded = foldHeader(header);
  if (someoneElse.test(folded)) return { field: 'not_kept', certainty: 'certain', rank: 0 };
  const exact = words[kind].get(folded);
  if (exact && agrees(exact.field, values))
    return { field: exact.field, certainty: 'certain', rank: exact.rank };
  const tried = kind === 'visits' ? [...tellingOfVisits, ...telling] : telling;
  const told = tried.find(([pattern, field]) => pattern.test(folded) && agrees(field, values))?.[1];
  if (told && kind === 'visits' && told !== 'not_kept' && !isOfVisit(told))
    return { field: 'not_kept', certainty: 'guessed', rank: 1000 };
  if (told) return { field: told, certainty: 'guessed', rank: 1000 };
  const looks = byValues(values, kind);
  const field = looks && kind === 'visits' && !isOfVisit(looks) ? null : looks;
  return { field, certainty: field ? 'guessed' : 'unknown', rank: 2000 };
}

/** A field is taken once: by the most certain column, then by the preferred word, then by the first. */
function oneEach(guesses: (ColumnGuess & { rank: number })[]): ColumnGuess[] {
  const taken = new Map<ImportField, number>();
  for (const [place, { field, rank }] of guesses.entries()) {
    if (field === null || field === 'not_kept') continue;
    const holder = taken.get(field);
    if (holder === undefined || rank < guesses[holder]!.rank) taken.set(field, place);
  }
  return guesses.map(({ field, certainty }, place) =>
    field === null || field === 'not_kept' || taken.get(field) === place
      ? { field, certainty }
      : { field: null, certainty: 'unknown' },
  );
}

/** "Nom", "Nombre" or "Name" alone is the whole name. */
function wholeNames(guesses: ColumnGuess[]): ColumnGuess[] {
  const has = (field: ImportField) => guesses.some((guess) => guess.field === field);
  if (has('full_name') && has('first_name') && has('last_name'))
    return guesses.map((guess) =>
      guess.field === 'full_name' ? { ...guess, field: null, certainty: 'unknown' } : guess,
    );
  if (has('full_name') || has('first_name') === has('last_name')) return guesses;
  const alone = has('first_name') ? 'first_name' : 'last_name';
  return guesses.map((guess) =>
    guess.field === alone ? { field: 'full_name', certainty: 'guessed' } : guess,
  );
}

/** What each column of a table is, by its header and by a look at its values. */
export function guessColumns(
  table: Pick<Table, 'header' | 'rows'>,
  kind: ImportKind = 'members',
): ColumnGuess[] {
  const guesses = table.header.map((header, place) => {
    const values: string[] = [];
    for (const row of table.rows) {
      if (row.cells[place]) values.push(row.cells[place]);
      if (values.length === SAMPLE) break;
    }
    return guessOne(header, values, kind);
  });
  return wholeNames(oneEach(guesses));
}

/** Names the kind of a file by its headers, so that a mapping corrected once is found again. */
export function sourceFingerprint(header: string[], kind: ImportKind = 'members'): string {
  const folded = header.map(foldHeader).join('|').slice(0, 1990);
  return kind === 'visits' ? `visits:${folded}` : folded;
}
