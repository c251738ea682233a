'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useSend } from '@/components/auth/use-send';
import { TextArea } from '@/components/dashboard/gym-settings/text-area';
import { useLeaveWarning } from '@/components/dashboard/gym-settings/use-leave-warning';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { useToast } from '@/components/ui/toasts';
import type { KioskSettings as Settings } from '@/lib/kiosks/schemas';
import { SwitchField } from './switch-field';

interface Fields {
  name: string;
  location: string;
  notes: string;
  language: 'fr' | 'en' | 'es';
  settings: Settings;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What changed, in the shape that the route takes. */
function changesOf(now: Fields, before: Fields): object {
  const { settings, ...rest } = now;
  const own = Object.entries(rest).filter(([key, value]) => value !== before[key as keyof typeof rest]);
  const set = Object.entries(settings).filter(
    ([key, value]) => value !== before.settings[key as keyof Settings],
  );
  return { ...Object.fromEntries(own), ...(set.length > 0 && { settings: Object.fromEntries(set) }) };
}

/** Name, place, notes and settings of a kiosk; who may not change them reads the same fields. */
export function KioskSettingsForm({
  id,
  version,
  held,
  mayChange,
}: {
  id: string;
  version: number;
  held: Fields;
  mayChange: boolean;
}) {
  const t = useTranslations('fleet.settings');
  const languages = useTranslations('fleet.languages');
  const router = useRouter();
  const toast = useToast();
  const { busy, problem, send, rest } = useSend();
  const [typed, setTyped] = useState(held);
  const [base, setBase] = useState({ version, held });
  // A newer version follows as long as nobody types over it.
  if (base.version !== version && isSame(typed, base.held)) {
    setBase({ version, held });
    setTyped(held);
  }
  const change = (some: Partial<Fields>) => setTyped({ ...typed, ...some });
  const set = (some: Partial<Settings>) => change({ settings: { ...typed.settings, ...some } });
  const isDirty = !isSame(typed, base.held);
  useLeaveWarning(isDirty && !busy, t('leave'));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isDirty) return;
    const answer = await send<{ version: number }>(`/api/dashboard/kiosks/${id}`, {
      method: 'PUT',
      body: { version: base.version, changes: changesOf(typed, base.held) },
    });
    if (!answer) return;
    rest();
    setBase({ version: answer.data.version, held: typed });
    toast(t('saved'));
    router.refresh();
  };
  const isConflict = problem?.code === 'conflict';
  return (
    <form onSubmit={save} aria-labelledby="settings-title" aria-busy={busy} noValidate>
      <h2 id="settings-title" className="border-b border-line pb-2 font-semibold">
        {t('title')}
      </h2>
      <fieldset disabled={!mayChange} className="grid min-w-0 gap-5 pt-4">
        <FormProblem
          problem={isConflict ? null : problem}
          labels={{
            'changes.name': t('name'),
            'changes.location': t('location'),
            'changes.notes': t('notes'),
          }}
        />
        {isConflict && (
          <div role="alert" className="grid gap-2 rounded-md bg-watch-wash px-4 py-3">
            <p>{t('conflict')}</p>
            <Button className="justify-self-start" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
          </div>
        )}
        <Field
          label={t('name')}
          id="changes.name"
          value={typed.name}
          maxLength={80}
          onChange={({ target }) => change({ name: target.value })}
        />
        <Field
          label={t('location')}
          id="changes.location"
          help={t('locationHelp')}
          value={typed.location}
          maxLength={120}
          onChange={({ target }) => change({ location: target.value })}
        />
        <SelectField
          id="language"
          label={t('language')}
          value={typed.language}
          options={(['fr', 'en', 'es'] as const).map((value) => ({ value, label: languages(value) }))}
          onChange={({ target }) => change({ language: target.value as Fields['language'] })}
        />
        <SwitchField
          label={t('voice')}
          help={t('voiceHelp')}
          checked={typed.settings.voice}
          onChange={(voice) => set({ voice })}
        />
        <SwitchField
          label={t('push_to_talk')}
          help={t('pushHelp')}
          checked={typed.settings.push_to_talk}
          onChange={(push_to_talk) => set({ push_to_talk })}
        />
        <SwitchField label={t('mute')} checked={typed.settings.mute} onChange={(mute) => set({ mute })} />
        <div className="grid gap-1.5">
          <label htmlFor="volume" className="flex justify-between text-label font-medium">
            {t('volume')} <output className="tabular-nums">{typed.settings.volume} %</output>
          </label>
          <input
            id="volume"
            type="range"
            min={0}
            max={100}
            step={5}
            value={typed.settings.volume}
            onChange={({ target }) => set({ volume: Number(target.value) })}
            className="h-8 w-full accent-ink max-md:h-12"
          />
        </div>
        <SelectField
          id="minutes"
          label={t('minutes')}
          value={String(typed.settings.minutes)}
          options={Array.from({ length: 15 }, (_, n) => ({ value: String(n + 1), label: String(n + 1) }))}
          onChange={({ target }) => set({ minutes: Number(target.value) })}
        />
        <SwitchField
          label={t('simulator')}
          help={t('simulatorHelp')}
          checked={typed.settings.simulator}
          onChange={(simulator) => set({ simulator })}
        />
        <TextArea
          id="changes.notes"
          label={t('notes')}
          help={t('notesHelp')}
          rows={3}
          maxLength={2000}
          value={typed.notes}
          onChange={({ target }) => change({ notes: target.value })}
        />
        {mayChange && (
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" tone={isDirty ? 'accent' : 'neutral'} aria-disabled={busy}>
              {busy ? t('saving') : t('save')}
            </Button>
            <p aria-live="polite" className="text-label text-ink-2">
              {isDirty && !busy && t('dirty')}
            </p>
          </div>
        )}
      </fieldset>
    </form>
  );
}
