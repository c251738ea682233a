import type { useTranslations } from 'next-intl';
import type { StoredValues } from '@/lib/member';
import { fitnessLevels, goals, type MemberField, memberKinds, styles } from '@/lib/member/choices';
import { isLocale, languageNames } from '@/lib/i18n/locale';
import type { Format } from '@/lib/utils/format';

/** What turns a value into words: the messages and the reader's dates. */
export interface FieldVoice {
  t: ReturnType<typeof useTranslations<'member'>>;
  format: Format;
}

const days: readonly MemberField[] = ['birth_date', 'member_since', 'membership_ends_on'];

/** A stored value in words, for standing beside another. */
export function valueWords(
  field: MemberField,
  value: StoredValues[string] | undefined,
  { t, format }: FieldVoice,
): string {
  if (typeof value === 'boolean') return t(value ? 'conflict.yes' : 'conflict.no');
  if (Array.isArray(value))
    return (
      goals
        .filter((one) => value.includes(one))
        .map((one) => t(`goal.${one}`))
        .join(', ') || t('conflict.empty')
    );
  if (value === null || value === undefined || value === '') return t('conflict.empty');
  const kind = field === 'member_kind' && memberKinds.find((one) => one === value);
  if (kind) return t(`kind.${kind}`);
  const style = field === 'communication_style' && styles.find((one) => one === value);
  if (style) return t(`style.${style}`);
  const level = field === 'fitness_level' && fitnessLevels.find((one) => one === value);
  if (level) return t(`fitness.${level}`);
  if (field === 'language' && isLocale(value)) return languageNames[value];
  if (days.includes(field)) return format.shortDay(String(value));
  return String(value);
}
