'use client';

import { useTranslations } from 'next-intl';
import { JarvisLogo } from '@/components/common/jarvis-logo';
import { Field } from '@/components/ui/field';
import type { Held } from '@/lib/gym-settings';
import { conversationMinutes } from '@/lib/gym-settings/limits';
import { ChoiceCards } from './choice-cards';
import type { Address, KioskWords } from './kiosk-words';
import { SettingsForm } from './settings-form';
import { type Faults, useGymForm } from './use-gym-form';

type Manner = Pick<Held, 'address_form'>;

/** Tu or vous, with what the kiosk then says. */
export function MannerForm({
  gymId,
  held,
  mayChange,
  words,
}: {
  gymId: string;
  held: Manner;
  mayChange: boolean;
  words: Record<Address, Pick<KioskWords, 'attract' | 'hello' | 'greeting'>>;
}) {
  const t = useTranslations('gymSettings.place');
  const form = useGymForm({
    gymId,
    held,
    fieldsOf: ({ address_form }: Manner) => ({ address_form }),
    heldOf: ({ address_form }: Manner): Manner => ({ address_form }),
    said: t('saved'),
  });
  const said = words[form.typed.address_form];
  return (
    <SettingsForm form={form} label={t('manner')} labels={{ address_form: t('form') }} mayChange={mayChange}>
      <ChoiceCards
        id="address_form"
        label={t('form')}
        value={form.typed.address_form}
        options={(['tu', 'vous'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(address_form) => form.change({ address_form })}
      />
      <figure className="grid gap-2">
        <figcaption className="text-label font-medium">{t('preview')}</figcaption>
        <blockquote
          aria-live="polite"
          data-theme="kiosk"
          className="flex items-start gap-4 rounded-lg bg-graphite-0 p-5 text-ink"
        >
          <JarvisLogo size={40} />
          <div className="grid gap-1">
            <p className="text-head">{said.hello}</p>
            <p className="text-ink-2">{said.greeting}</p>
            <p className="text-ink-2">{said.attract}.</p>
          </div>
        </blockquote>
      </figure>
      <p className="text-label text-ink-3">{t('formOwn')}</p>
    </SettingsForm>
  );
}

type Talks = Pick<Held, 'conversation_minutes' | 'bookings_by' | 'owner_reads_conversations'>;

/** How long a conversation lasts, who masters bookings, and whether the franchise's owner reads. */
export function TalksForm({
  gymId,
  held,
  mayChange,
  inFranchise,
  mayShare,
}: {
  gymId: string;
  held: Talks;
  mayChange: boolean;
  /** Otherwise there is no owner above the gym. */
  inFranchise: boolean;
  mayShare: boolean;
}) {
  const t = useTranslations('gymSettings.place');
  const invalid = useTranslations('gymSettings.invalid');
  const form = useGymForm({
    gymId,
    held,
    fieldsOf: (stored: Talks) => ({ ...stored, conversation_minutes: String(stored.conversation_minutes) }),
    heldOf: (fields: Omit<Talks, 'conversation_minutes'> & { conversation_minutes: string }): Talks => ({
      ...fields,
      conversation_minutes: Number(fields.conversation_minutes),
    }),
    check: ({ conversation_minutes: typed }): Faults => {
      const { least, most } = conversationMinutes;
      const isFine = /^\d+$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
      return isFine ? {} : { conversation_minutes: invalid('number', { least, most }) };
    },
    said: t('saved'),
  });
  const { typed, change, faults } = form;
  return (
    <SettingsForm
      form={form}
      label={t('talks')}
      labels={{ conversation_minutes: t('minutes'), bookings_by: t('bookings') }}
      mayChange={mayChange}
    >
      <ChoiceCards
        id="bookings_by"
        label={t('bookings')}
        value={typed.bookings_by}
        options={(['jarvis', 'staff'] as const).map((value) => ({
          value,
          label: t(`by.${value}`),
          text: t(`byText.${value}`),
        }))}
        onChange={(bookings_by) => change({ bookings_by })}
      />
      <Field
        id="conversation_minutes"
        label={t('minutes')}
        help={t('minutesHelp')}
        type="number"
        inputMode="numeric"
        {...{ min: conversationMinutes.least, max: conversationMinutes.most }}
        value={typed.conversation_minutes}
        onChange={({ target }) => change({ conversation_minutes: target.value })}
        error={faults.conversation_minutes}
        className="max-w-80"
      />
      {inFranchise && (
        <fieldset disabled={!mayShare} className="grid gap-1.5">
          <legend className="mb-1.5 text-label font-medium">{t('share')}</legend>
          <label className="flex items-start gap-2.5">
            <input
              type="checkbox"
              id="owner_reads_conversations"
              aria-describedby="owner_reads_conversations-note"
              checked={typed.owner_reads_conversations}
              onChange={({ target }) => change({ owner_reads_conversations: target.checked })}
              className="mt-0.5 size-4 accent-ink"
            />
            {t('shareOn')}
          </label>
          <p id="owner_reads_conversations-note" className="text-label text-ink-3">
            {t('shareHelp')} {!mayShare && t('shareNo')}
          </p>
        </fieldset>
      )}
    </SettingsForm>
  );
}
