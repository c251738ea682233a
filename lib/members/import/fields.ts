/** What of a member's row is imported. `full_name` and `age` are read into other columns. */
export const importFields = [
  'external_id',
  'badge',
  'first_name',
  'last_name',
  'full_name',
  'email',
  'phone',
  'membership_type',
  'status',
  'member_since',
  'membership_ends_on',
  'birth_date',
  'age',
  'member_kind',
] as const;

/** What of a visit's row is imported: who came, and when. */
export const visitFields = [
  'external_id',
  'badge',
  'email',
  'first_name',
  'last_name',
  'full_name',
  'birth_date',
  'visit_day',
  'visit_time',
  'left_time',
] as const;

export type MemberField = (typeof importFields)[number];
export type VisitField = (typeof visitFields)[number];
export type ImportField = MemberField | VisitField;

/** What a file lists. */
export type ImportKind = 'members' | 'visits';

/** The fields that a column of such a file may become. */
export const fieldsOf = (kind: ImportKind): readonly ImportField[] =>
  kind === 'visits' ? visitFields : importFields;

export const everyField = [...new Set<ImportField>([...importFields, ...visitFields])];

export const dateFields = ['member_since', 'membership_ends_on', 'birth_date'] as const;
export type DateField = (typeof dateFields)[number] | 'visit_day';

export const isImportField = (text: string): text is ImportField =>
  (everyField as readonly string[]).includes(text);
