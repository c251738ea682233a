'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { useSend } from '@/components/auth/use-send';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toasts';
import type { DraftStep, Plan } from '@/lib/customers';
import { type Answers, askedAt, missingAt } from './draft-rules';
import { StepFields } from './step-fields';

/**
 * One step of a new customer. "Continuer" asks for what is missing and keeps the rest; whoever leaves keeps what there
 * is. What was typed stays when it is refused.
 */
export function WizardForm({
  id,
  step,
  next,
  reached,
  kept,
  back,
  start,
  plans,
  zones,
  today,
}: {
  id: string;
  step: DraftStep;
  next: DraftStep;
  /** The furthest step there is, this one done: going back loses none of the way. */
  reached: DraftStep;
  /** The furthest step before this one is done, where whoever leaves goes on. */
  kept: DraftStep;
  /** Address of the step before; null at the first. */
  back: string | null;
  start: Answers;
  plans: Plan[];
  zones: string[];
  today: string;
}) {
  const t = useTranslations('customers.wizard');
  const plan = useTranslations('customers')('plan');
  const router = useRouter();
  const show = useToast();
  const { busy, problem, send, rest } = useSend();
  const [answers, setAnswers] = useState(start);
  const [missing, setMissing] = useState<string[]>([]);
  const path = `/dashboard/admin/clients/new?draft=${id}`;

  const save = async (upTo: DraftStep) => {
    const given = askedAt(step, answers.kind)
      .filter((name) => answers[name] !== undefined)
      .map((name) => [name, name === 'trial_ends_on' ? answers[name] || null : answers[name]]);
    const body = { step: upTo, ...Object.fromEntries(given) };
    const done = await send(`/api/admin/customers/drafts/${id}`, { method: 'PUT', body });
    if (done) rest();
    return done !== null;
  };
  const proceed = async (event: FormEvent) => {
    event.preventDefault();
    const open = missingAt(step, answers);
    setMissing(open);
    const [first] = open;
    if (first) return document.getElementById(first)?.focus();
    if (await save(reached)) router.push(`${path}&step=${next}`);
  };
  const leave = async () => {
    if (!(await save(kept))) return;
    show(t('left'));
    router.push('/dashboard/admin/clients');
  };
  const errorOf = (name: string) => {
    if (missing.includes(name)) return t('missing');
    if (!isAtFault(problem, name)) return undefined;
    return name === 'owner_email'
      ? t('emailWrong')
      : name === 'trial_ends_on'
        ? t('dateWrong')
        : t('missing');
  };
  const worded =
    problem?.code === 'conflict' ? { ...problem, title: t('over'), detail: t('overDetail') } : problem;
  return (
    <form onSubmit={proceed} noValidate aria-busy={busy} className="grid max-w-[34rem] gap-5">
      <FormProblem
        problem={worded}
        labels={{
          name: t('name.franchise'),
          city: t('city'),
          plan,
          trial_ends_on: t('trialEndsOn'),
          owner_name: t('ownerName'),
          owner_email: t('ownerEmail'),
          gym_name: t('gymName'),
          gym_city: t('gymCity'),
          timezone: t('timezone'),
          kiosk_name: t('kioskName'),
          kiosk_place: t('kioskPlace'),
        }}
      />
      <StepFields
        step={step}
        answers={answers}
        onAnswer={(name, value) => {
          setAnswers((before) => ({ ...before, [name]: value }));
          setMissing((before) => before.filter((one) => one !== name));
        }}
        errorOf={errorOf}
        plans={plans}
        zones={zones}
        today={today}
      />
      <div className="flex flex-wrap items-center gap-2 pt-1">
        <Button type="submit" tone="accent" aria-disabled={busy}>
          {busy ? t('busy') : t('next')}
        </Button>
        {back && (
          <Button asChild>
            <Link href={back}>{t('back')}</Link>
          </Button>
        )}
        <Button tone="quiet" onClick={() => void leave()} aria-disabled={busy}>
          {t('leave')}
        </Button>
      </div>
    </form>
  );
}
