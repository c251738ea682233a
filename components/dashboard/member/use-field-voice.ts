'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatOf } from '@/lib/utils/format';
import type { FieldVoice } from './field-value';

/** The reader's words for values; calendar days need no time zone. */
export function useFieldVoice(): FieldVoice {
  return { t: useTranslations('member'), format: formatOf(useLocale(), 'UTC') };
}
