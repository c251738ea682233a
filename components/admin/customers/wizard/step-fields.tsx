'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import type { DraftStep, Plan } from '@/lib/customers';
import { languageNames, locales } from '@/lib/i18n/locale';
import { PlanChoice } from '../plan-choice';
import type { Answers } from './draft-rules';

const languages = locales.map((one) => ({ value: one, label: languageNames[one], lang: one }));
const kinds = ['franchise', 'gym'] as const;

interface Fields {
  answers: Answers;
  onAnswer: (name: string, value: string) => void;
  errorOf: (name: string) => string | undefined;
  plans: Plan[];
  zones: string[];
  today: string;
}

/** The questions of one step. */
export function StepFields({ step, ...fields }: Fields & { step: DraftStep }) {
  switch (step) {
    case 'customer':
      return <CustomerFields {...fields} />;
    case 'plan':
      return <PlanFields {...fields} />;
    case 'owner':
      return <OwnerFields {...fields} />;
    case 'gym':
      return <GymFields {...fields} />;
    case 'kiosk':
      return <KioskFields {...fields} />;
    case 'summary':
      return null;
  }
}

/** An input of the answer that its id names. */
const bind = ({ answers, onAnswer, errorOf }: Fields, name: string) => ({
  id: name,
  name,
  value: answers[name] ?? '',
  error: errorOf(name),
  autoComplete: 'off',
  onChange: ({ target }: { target: { value: string } }) => onAnswer(name, target.value),
});

const choose = ({ answers, onAnswer }: Fields, name: string) => ({
  id: name,
  name,
  value: answers[name] ?? '',
  onChange: ({ target }: { target: { value: string } }) => onAnswer(name, target.value),
});

function CustomerFields(fields: Fields) {
  const t = useTranslations('customers');
  const kind = fields.answers.kind === 'gym' ? 'gym' : 'franchise';
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-label font-medium">{t('wizard.kind')}</legend>
        {kinds.map((one) => (
          <label
            key={one}
            className="flex cursor-pointer items-start gap-2.5 rounded-md border border-control px-3 py-2 has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              name="kind"
              id={one === kind ? 'kind' : undefined}
              value={one}
              checked={one === kind}
              onChange={() => fields.onAnswer('kind', one)}
              className="mt-1 accent-ink outline-none"
            />
            <span className="font-medium">
              {t(`kinds.${one}`)}
              <span className="block text-label font-normal text-ink-2">{t(`wizard.kindHelp.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field {...bind(fields, 'name')} label={t(`wizard.name.${kind}`)} maxLength={120} required />
      <Field {...bind(fields, 'city')} label={t('wizard.city')} maxLength={120} required />
      <SelectField
        {...choose(fields, 'language')}
        label={t('wizard.language')}
        help={t('wizard.languageHelp')}
        options={languages}
      />
    </>
  );
}

function PlanFields(fields: Fields) {
  const t = useTranslations('customers.wizard');
  const { answers, onAnswer, today } = fields;
  const isTrial = Boolean(answers.trial_ends_on);
  const inAMonth = new Date(Date.parse(`${today}T12:00:00Z`) + 30 * 86_400_000).toISOString().slice(0, 10);
  return (
    <>
      <PlanChoice
        plans={fields.plans}
        value={fields.plans.find(({ plan }) => plan === answers.plan)?.plan}
        onChange={(plan) => onAnswer('plan', plan)}
      />
      {fields.errorOf('plan') && <p className="text-label text-act">{fields.errorOf('plan')}</p>}
      <label className="flex cursor-pointer items-start gap-2.5">
        <input
          type="checkbox"
          checked={isTrial}
          onChange={() => onAnswer('trial_ends_on', isTrial ? '' : inAMonth)}
          className="mt-1 accent-ink"
        />
        <span>
          {t('trial')} <span className="block text-label text-ink-3">{t('trialHelp')}</span>
        </span>
      </label>
      {isTrial && (
        <Field {...bind(fields, 'trial_ends_on')} type="date" min={today} label={t('trialEndsOn')} />
      )}
    </>
  );
}

function OwnerFields(fields: Fields) {
  const t = useTranslations('customers.wizard');
  return (
    <>
      <Field {...bind(fields, 'owner_name')} label={t('ownerName')} maxLength={120} required />
      <Field
        {...bind(fields, 'owner_email')}
        type="email"
        inputMode="email"
        label={t('ownerEmail')}
        maxLength={254}
        required
      />
      <SelectField {...choose(fields, 'owner_language')} label={t('ownerLanguage')} options={languages} />
    </>
  );
}

function GymFields(fields: Fields) {
  const t = useTranslations('customers.wizard');
  return (
    <>
      {fields.answers.kind !== 'gym' && (
        <>
          <Field {...bind(fields, 'gym_name')} label={t('gymName')} maxLength={120} required />
          <Field {...bind(fields, 'gym_city')} label={t('gymCity')} maxLength={120} required />
        </>
      )}
      <SelectField
        {...choose(fields, 'timezone')}
        label={t('timezone')}
        options={fields.zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <SelectField
        {...choose(fields, 'gym_language')}
        label={t('gymLanguage')}
        help={t('gymLanguageHelp')}
        options={languages}
      />
    </>
  );
}

function KioskFields(fields: Fields) {
  const t = useTranslations('customers.wizard');
  return (
    <>
      <Field
        {...bind(fields, 'kiosk_name')}
        label={t('kioskName')}
        help={t('kioskNameHelp')}
        maxLength={80}
      />
      <Field
        {...bind(fields, 'kiosk_place')}
        label={t('kioskPlace')}
        help={t('kioskPlaceHelp')}
        maxLength={120}
      />
    </>
  );
}
