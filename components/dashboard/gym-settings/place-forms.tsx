'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import type { Held } from '@/lib/gym-settings';
import { textLengths } from '@/lib/gym-settings/limits';
import { isLocale, locales } from '@/lib/i18n/locale';
import { SettingsForm } from './settings-form';
import { TextArea } from './text-area';
import { type Faults, useGymForm } from './use-gym-form';

interface FormOf<H> {
  gymId: string;
  held: H;
  mayChange: boolean;
}
export interface Choice {
  value: string;
  label: string;
}

type Identity = Pick<Held, 'name' | 'address' | 'city' | 'phone'>;
const lines = ['name', 'address', 'city', 'phone'] as const;
const fill = {
  name: 'organization',
  address: 'street-address',
  city: 'address-level2',
  phone: 'tel',
} as const;

/** What the gym is called and where it is. */
export function IdentityForm({ gymId, held, mayChange }: FormOf<Identity>) {
  const t = useTranslations('gymSettings.place');
  const invalid = useTranslations('gymSettings.invalid');
  const form = useGymForm({
    gymId,
    held,
    fieldsOf: ({ name, address, city, phone }: Identity) => ({
      name,
      address: address ?? '',
      city: city ?? '',
      phone: phone ?? '',
    }),
    heldOf: ({ name, address, city, phone }: Record<(typeof lines)[number], string>): Identity => ({
      name: name.trim(),
      address: address.trim() || null,
      city: city.trim() || null,
      phone: phone.trim() || null,
    }),
    check: ({ name }): Faults => (name.trim() && !/[<>]/.test(name) ? {} : { name: invalid('name') }),
    said: t('saved'),
  });
  return (
    <SettingsForm
      form={form}
      label={t('who')}
      labels={Object.fromEntries(lines.map((one) => [one, t(one)]))}
      mayChange={mayChange}
    >
      {lines.map((one) => (
        <Field
          key={one}
          id={one}
          label={t(one)}
          type={one === 'phone' ? 'tel' : 'text'}
          autoComplete={fill[one]}
          maxLength={textLengths[one]}
          value={form.typed[one]}
          onChange={({ target }) => form.change({ [one]: target.value })}
          error={form.faults[one]}
        />
      ))}
    </SettingsForm>
  );
}

type Offers = Pick<Held, 'facilities' | 'price_note'>;

/** What there is on the spot, and what may be said about prices. */
export function OffersForm({
  gymId,
  held,
  mayChange,
  facilities,
}: FormOf<Offers> & { facilities: Choice[] }) {
  const t = useTranslations('gymSettings.place');
  const form = useGymForm({
    gymId,
    held,
    fieldsOf: (stored: Offers) => ({ facilities: stored.facilities, price_note: stored.price_note ?? '' }),
    heldOf: (fields: { facilities: string[]; price_note: string }): Offers => ({
      facilities: fields.facilities,
      price_note: fields.price_note.trim() || null,
    }),
    said: t('saved'),
  });
  const { typed, change, faults } = form;
  const toggle = (code: string, isThere: boolean) =>
    change({
      facilities: isThere ? [...typed.facilities, code] : typed.facilities.filter((one) => one !== code),
    });
  return (
    <SettingsForm
      form={form}
      label={t('offers')}
      labels={{ facilities: t('facilities'), price_note: t('priceNote') }}
      mayChange={mayChange}
    >
      <fieldset id="facilities" tabIndex={-1} className="grid gap-1.5">
        <legend className="mb-1.5 text-label font-medium">{t('facilities')}</legend>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-4">
          {facilities.map(({ value, label }) => (
            <label key={value} className="flex min-h-8 items-center gap-2.5 max-md:min-h-11">
              <input
                type="checkbox"
                checked={typed.facilities.includes(value)}
                onChange={({ target }) => toggle(value, target.checked)}
                className="size-4 accent-ink"
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <TextArea
        id="price_note"
        label={t('priceNote')}
        help={t('priceNoteHelp', { left: textLengths.price_note - typed.price_note.length })}
        maxLength={textLengths.price_note}
        value={typed.price_note}
        onChange={({ target }) => change({ price_note: target.value.replaceAll(/\s*\n\s*/g, ' ') })}
        error={faults.price_note}
      />
    </SettingsForm>
  );
}

type Region = Pick<Held, 'country' | 'region' | 'timezone' | 'locale' | 'currency'>;

/** Country, clock, language and currency. `regions` are those of the country that is stored. */
export function RegionForm({
  gymId,
  held,
  mayChange,
  choices,
  times,
}: FormOf<Region> & {
  choices: Record<'countries' | 'regions' | 'timezones' | 'currencies', Choice[]>;
  /** The time of day in each time zone, when the page was made. */
  times: Record<string, string>;
}) {
  const t = useTranslations('gymSettings');
  const form = useGymForm({
    gymId,
    held,
    fieldsOf: (stored: Region) => ({ ...stored, region: stored.region ?? '' }),
    heldOf: (fields: Omit<Region, 'region'> & { region: string }): Region => ({
      ...fields,
      region: fields.region || null,
    }),
    said: t('place.saved'),
  });
  const { typed, change } = form;
  const named = ['country', 'timezone', 'locale', 'currency'] as const;
  return (
    <SettingsForm
      form={form}
      label={t('place.region')}
      labels={Object.fromEntries(named.map((one) => [one, t(`place.${one}`)]))}
      mayChange={mayChange}
    >
      <SelectField
        id="country"
        label={t('place.country')}
        value={typed.country}
        onChange={({ target }) => change({ country: target.value, region: '' })}
        options={choices.countries}
      />
      {typed.country === held.country && choices.regions.length > 0 && (
        <SelectField
          id="region"
          label={t('place.part')}
          help={t('place.partHelp')}
          value={typed.region}
          onChange={({ target }) => change({ region: target.value })}
          options={[{ value: '', label: t('place.partAll') }, ...choices.regions]}
        />
      )}
      <SelectField
        id="timezone"
        label={t('place.timezone')}
        help={t('place.timezoneHelp', { time: times[typed.timezone] ?? '' })}
        value={typed.timezone}
        onChange={({ target }) => change({ timezone: target.value })}
        options={choices.timezones}
      />
      <SelectField
        id="locale"
        label={t('place.locale')}
        help={t('place.localeHelp')}
        value={typed.locale}
        onChange={({ target }) => isLocale(target.value) && change({ locale: target.value })}
        options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <SelectField
        id="currency"
        label={t('place.currency')}
        value={typed.currency}
        onChange={({ target }) => change({ currency: target.value })}
        options={choices.currencies}
      />
    </SettingsForm>
  );
}
