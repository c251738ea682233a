'use client';

import { useTranslations } from 'next-intl';
import { languageNames, locales } from '@/lib/i18n/locale';
import { fitnessLevels, memberKinds, styles } from '@/lib/member/choices';
import { Choice, type FormHold, FormSection, Goals, TextBlock, TextLine, Tick } from './form-fields';
import { yearsBetween } from './years-between';

export type Health = 'no_consent' | 'open' | 'closed' | 'later';

/** The form's blocks; `today` is the gym's day, by which somebody is a minor. */
export function FormSections({ hold, health, today }: { hold: FormHold; health: Health; today: string }) {
  const t = useTranslations('member.form');
  const words = useTranslations('member');
  const unset = { value: '', label: t('unset') };
  const born = String(hold.typed.birth_date);
  const isMinor = /^\d{4}-\d{2}-\d{2}$/.test(born) && born <= today && yearsBetween(born, today) < 18;
  const locked = {
    no_consent: t('healthLocked'),
    closed: t('healthClosed'),
    later: t('healthLater'),
    open: '',
  };
  return (
    <>
      <FormSection title={t('identity')} text={t('identityText')}>
        <TextLine field="first_name" hold={hold} maxLength={80} required />
        <TextLine field="last_name" hold={hold} maxLength={80} required />
        <TextLine field="email" hold={hold} type="email" inputMode="email" maxLength={254} />
        <TextLine field="phone" hold={hold} type="tel" inputMode="tel" maxLength={40} />
        <TextLine field="birth_date" hold={hold} type="date" max={today} />
        <Choice
          field="member_kind"
          hold={hold}
          options={memberKinds.map((kind) => ({ value: kind, label: words(`kind.${kind}`) }))}
        />
        {isMinor && (
          <output className="block rounded-md bg-watch-wash px-3 py-2 text-label leading-5 sm:col-span-2">
            {t('minor')}
          </output>
        )}
      </FormSection>
      <FormSection title={t('membership')} text={t('membershipText')}>
        <TextLine field="membership_type" hold={hold} maxLength={80} />
        <TextLine field="external_id" hold={hold} maxLength={100} />
        <TextLine field="member_since" hold={hold} type="date" />
        <TextLine field="membership_ends_on" hold={hold} type="date" />
        <Tick field="is_active" hold={hold} />
        <Tick field="membership_suspended" hold={hold} />
      </FormSection>
      <FormSection title={t('talking')} text={t('talkingText')}>
        <Choice
          field="communication_style"
          hold={hold}
          options={[unset, ...styles.map((one) => ({ value: one, label: words(`style.${one}`) }))]}
        />
        <Choice
          field="language"
          hold={hold}
          options={[unset, ...locales.map((one) => ({ value: one, label: languageNames[one], lang: one }))]}
        />
        <TextLine field="voice_preference" hold={hold} maxLength={40} />
        <Tick field="analysis_objection" hold={hold} />
      </FormSection>
      <FormSection title={t('training')} text={t('trainingText')}>
        <Choice
          field="fitness_level"
          hold={hold}
          options={[unset, ...fitnessLevels.map((one) => ({ value: one, label: words(`fitness.${one}`) }))]}
        />
        <TextLine field="workout_frequency_per_week" hold={hold} inputMode="numeric" maxLength={2} />
        <Goals hold={hold} />
      </FormSection>
      <FormSection title={t('healthTitle')} text={health === 'open' ? t('healthText') : locked[health]}>
        {health === 'open' && (
          <>
            <TextLine field="height_cm" hold={hold} inputMode="numeric" maxLength={3} />
            <span className="max-sm:hidden" />
            <TextLine field="current_weight_kg" hold={hold} inputMode="decimal" maxLength={5} />
            <TextLine field="target_weight_kg" hold={hold} inputMode="decimal" maxLength={5} />
            <TextBlock field="injuries" hold={hold} maxLength={1000} />
            <TextBlock field="medical_notes" hold={hold} maxLength={2000} />
          </>
        )}
      </FormSection>
    </>
  );
}
