import type { PlateLine } from '@/components/admin/plate-form';
import type { GymPage } from '@/lib/gyms';
import { languageNames, locales } from '@/lib/i18n/locale';

const currencies = ['EUR', 'CHF', 'GBP', 'USD', 'XPF'];

/** The choices with the present value among them, whatever it is. */
const withOwn = (values: string[], own: string) =>
  [...new Set([...values, own])].sort().map((value) => ({ value, label: value }));

/** What of a gym is written on its name plate. */
export const plateLines = (gym: GymPage['gym']): PlateLine[] => [
  { field: 'name', value: gym.name, maxLength: 120 },
  { field: 'address', value: gym.address ?? '', maxLength: 300 },
  { field: 'city', value: gym.city ?? '', maxLength: 120 },
  { field: 'phone', value: gym.phone ?? '', maxLength: 40 },
  {
    field: 'timezone',
    value: gym.timezone,
    options: withOwn(Intl.supportedValuesOf('timeZone'), gym.timezone),
  },
  {
    field: 'locale',
    value: gym.locale,
    options: locales.map((one) => ({ value: one, label: languageNames[one], lang: one })),
  },
  { field: 'currency', value: gym.currency, options: withOwn(currencies, gym.currency) },
];
