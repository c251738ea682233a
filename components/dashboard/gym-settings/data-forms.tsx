'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { Held } from '@/lib/gym-settings';
import {
  type Retention,
  retentionKeys,
  retentionLimits,
  type Thresholds,
  thresholdKeys,
  thresholdLimits,
} from '@/lib/gym-settings/limits';
import { SettingsForm } from './settings-form';
import { type Faults, useGymForm } from './use-gym-form';

interface FormOf<H> {
  gymId: string;
  held: H;
  mayChange: boolean;
}
type Typed<K extends string> = Record<K, string>;

const texts = <K extends string>(keys: readonly K[], figures: Record<K, number>) =>
  Object.fromEntries(keys.map((key) => [key, String(figures[key])])) as Typed<K>;
const figures = <K extends string>(keys: readonly K[], typed: Typed<K>) =>
  Object.fromEntries(keys.map((key) => [key, Number(typed[key].replace(',', '.'))])) as Record<K, number>;
const isWithin = (text: string, { least, most }: { least: number; most: number }) =>
  text.trim() !== '' && Number(text.replace(',', '.')) >= least && Number(text.replace(',', '.')) <= most;

type Kept = Pick<Held, 'retention'>;

/** How long things are kept: shorter than the law's longest, never longer. */
export function RetentionForm({ gymId, held, mayChange }: FormOf<Kept>) {
  const t = useTranslations('gymSettings.data');
  const invalid = useTranslations('gymSettings.invalid');
  const form = useGymForm({
    gymId,
    held,
    fieldsOf: ({ retention }: Kept) => texts(retentionKeys, retention),
    heldOf: (typed: Typed<keyof Retention>): Kept => ({ retention: figures(retentionKeys, typed) }),
    check: (typed) => {
      const found: Faults = {};
      for (const key of retentionKeys) {
        const limits = retentionLimits[key];
        if (!/^\d+$/.test(typed[key].trim()) || !isWithin(typed[key], limits))
          found[key] = invalid('number', limits);
      }
      if (!found.counts_months && Number(typed.counts_months) < Number(typed.conversations_months))
        found.counts_months = invalid('counts');
      return found;
    },
    said: t('savedKeep'),
  });
  const { typed, change, faults } = form;
  const isShorter = retentionKeys.some((key) => typed[key] && Number(typed[key]) < held.retention[key]);
  return (
    <SettingsForm
      form={form}
      label={t('keep')}
      labels={Object.fromEntries(retentionKeys.map((key) => [key, t(`retention.${key}`)]))}
      mayChange={mayChange}
    >
      {retentionKeys.map((key) => (
        <Field
          key={key}
          id={key}
          type="number"
          inputMode="numeric"
          min={retentionLimits[key].least}
          max={retentionLimits[key].most}
          label={t(`retention.${key}`)}
          help={t(`retentionText.${key}`)}
          value={typed[key]}
          onChange={({ target }) => change({ [key]: target.value })}
          error={faults[key]}
        />
      ))}
      <output className="rounded-md bg-watch-wash px-4 py-3 empty:hidden">{isShorter && t('shorter')}</output>
    </SettingsForm>
  );
}

type Limits = Pick<Held, 'thresholds'>;
const usual = Object.fromEntries(thresholdKeys.map((key) => [key, String(thresholdLimits[key].usual)]));

/** When an absence counts, and when an alert is due. */
export function ThresholdsForm({ gymId, held, mayChange }: FormOf<Limits>) {
  const t = useTranslations('gymSettings.data');
  const invalid = useTranslations('gymSettings.invalid');
  const form = useGymForm({
    gymId,
    held,
    fieldsOf: ({ thresholds }: Limits) => texts(thresholdKeys, thresholds),
    heldOf: (typed: Typed<keyof Thresholds>): Limits => ({ thresholds: figures(thresholdKeys, typed) }),
    check: (typed) => {
      const found: Faults = {};
      for (const key of thresholdKeys) {
        const limits = thresholdLimits[key];
        const isWhole = limits.step < 1 || /^\d+$/.test(typed[key].trim());
        if (!isWhole || !isWithin(typed[key], limits))
          found[key] = invalid(limits.step < 1 ? 'decimal' : 'number', limits);
      }
      return found;
    },
    said: t('savedLimits'),
  });
  const { typed, change, faults } = form;
  return (
    <SettingsForm
      form={form}
      label={t('limits')}
      labels={Object.fromEntries(thresholdKeys.map((key) => [key, t(`thresholds.${key}`)]))}
      mayChange={mayChange}
      actions={
        <Button tone="quiet" onClick={() => change(usual)}>
          {t('usual')}
        </Button>
      }
    >
      {thresholdKeys.map((key) => {
        const { least, most, step, usual: normal } = thresholdLimits[key];
        return (
          <Field
            key={key}
            id={key}
            type="number"
            inputMode={step < 1 ? 'decimal' : 'numeric'}
            min={least}
            max={most}
            step={step}
            label={t(`thresholds.${key}`)}
            help={t(`thresholdsText.${key}`, { least, most, usual: normal })}
            value={typed[key]}
            onChange={({ target }) => change({ [key]: target.value })}
            error={faults[key]}
          />
        );
      })}
    </SettingsForm>
  );
}
