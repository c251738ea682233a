'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';

/** Puts a gym into maintenance with a message for its kiosks, changes the message, ends it. */
export function Maintenance({
  gym,
  message,
  isOn,
  since,
}: {
  gym: { id: string; name: string };
  message: string;
  isOn: boolean;
  /** By whom and when, in words. */
  since: string | null;
}) {
  const t = useTranslations('admin.gyms');
  const wrong = useTranslations('admin.wrong');
  const id = useId();
  const { busy, problem, act } = useAction();
  const path = `/api/admin/gyms/${gym.id}/maintenance` as const;
  const order = (on: boolean, text = '') => ({
    path,
    method: 'PUT' as const,
    body: { on, ...(text && { message: text }) },
  });
  const start = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('message') ?? '').trim();
    void act(order(true, text), t('started', { name: gym.name }), isOn ? order(true, message) : order(false));
  };
  const end = () => act(order(false), t('ended', { name: gym.name }), order(true, message));
  const isWrong = isAtFault(problem, 'message');
  return (
    <form onSubmit={start} noValidate aria-busy={busy} className="grid gap-4 pt-3">
      <FormProblem problem={problem} />
      <p className={isOn ? '' : 'text-ink-2'}>
        {t(isOn ? 'maintenanceOnText' : 'maintenanceOffText')} {since}
      </p>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-label font-medium">
          {t('message')}
        </label>
        <textarea
          key={message}
          id={id}
          name="message"
          rows={2}
          maxLength={200}
          defaultValue={message}
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}-note`}
          className="rounded-md border border-control bg-surface px-3 py-2 text-base aria-invalid:border-act-fill max-md:text-[1rem]"
        />
        <p id={`${id}-note`} className={isWrong ? 'text-label text-act' : 'text-label text-ink-3'}>
          {isWrong ? wrong('message') : t('messageHelp')}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {isOn && <Button onClick={end}>{t('end')}</Button>}
        <Button type="submit" tone={isOn ? 'quiet' : 'neutral'}>
          {t(isOn ? 'change' : 'start')}
        </Button>
      </div>
    </form>
  );
}
