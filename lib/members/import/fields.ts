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

export type ImportField = (typeof importFields)[number];

export const dateFields = ['member_since', 'membership_ends_on', 'birth_date'] as const;
export type DateField = (typeof dateFields)[number];

export const isImportField = (text: string): text is ImportField =>
  (importFields as readonly string[]).includes(text);
