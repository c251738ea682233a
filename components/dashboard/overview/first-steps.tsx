import { ArrowRight, Check } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import type { Permission } from '@/lib/auth/permissions';
import { type FirstStep, firstSteps, type Overview } from '@/lib/overview';
import { cn } from '@/lib/utils/cn';
import { HideSteps } from './hide-steps';

/** Where a step is done, and who may do it there; one without a place says in words how it is done. */
const doors = {
  team: { href: '/dashboard/team', permission: 'team.invite', words: 'steps.team.link' },
  hours: { href: '/dashboard/settings/gym', permission: 'gym.update', words: 'steps.hours.link' },
  members: { href: '/dashboard/members/import', permission: 'members.update', words: 'steps.members.link' },
  kiosk: { href: '#kiosks', permission: 'kiosks.pair', words: 'steps.kiosk.link' },
  badge: { href: '/dashboard/entries/badges', permission: 'members.act', words: 'steps.badge.link' },
  conversation: {
    href: '/dashboard/sessions',
    permission: 'conversations.read',
    words: 'steps.conversation.link',
  },
  alert: { href: '/dashboard/alerts', permission: 'alerts.read', words: 'steps.alert.link' },
} as const satisfies Record<FirstStep, { href: string; permission: Permission; words: string } | null>;

/** What a gym without members reads instead of a briefing. */
export async function Welcome({ gym }: { gym: string }) {
  const t = await getTranslations('overview.start');
  return (
    <div className="grid gap-2">
      <p className="text-title wrap-anywhere">{t('title', { gym })}</p>
      <p className="text-lead text-balance text-ink-2">{t('lead')}</p>
    </div>
  );
}

/** From the first colleague to the first alert: what is done, the step in hand, what comes after. */
export async function FirstSteps({
  gymId,
  steps,
  isNew,
  may,
}: {
  gymId: string;
  steps: NonNullable<Overview['first_steps']>;
  /** Whether the page has no other work to offer yet: the step in hand takes the accent. */
  isNew: boolean;
  may: (permission: Permission) => boolean;
}) {
  const t = await getTranslations('overview.start');
  const inHand = firstSteps.find((step) => !steps[step]);
  const done = firstSteps.filter((step) => steps[step]).length;
  return (
    <section aria-labelledby="first-steps" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex min-h-8 items-baseline justify-between gap-4">
        <h2 id="first-steps" className="text-head">
          {t('heading')}
          <span className="pl-2 text-base font-normal tracking-normal text-ink-2">
            {t('progress', { done, total: firstSteps.length })}
          </span>
        </h2>
        {may('gym.update') && <HideSteps gymId={gymId} />}
      </div>
      <ol>
        {firstSteps.map((step, index) => {
          const door = doors[step];
          const link = door && may(door.permission) ? door : null;
          const isDone = steps[step];
          const isOpen = step === inHand;
          const isTold = isOpen || (!isDone && !link);
          return (
            <li
              key={step}
              aria-current={isOpen ? 'step' : undefined}
              className={cn(
                'grid min-h-10 grid-cols-[1.75rem_minmax(0,1fr)_auto] items-center border-b border-line',
                isOpen &&
                  '-mx-4 rounded-lg border border-line-strong bg-surface px-4 py-3.5 max-md:-mx-2 max-md:px-2',
              )}
            >
              <span
                className={cn(
                  'text-label text-ink-3',
                  isTold && 'self-start',
                  isTold && (isOpen ? 'pt-0.5' : 'pt-2.5'),
                )}
              >
                {isDone ? (
                  <>
                    <Check size={16} strokeWidth={1.6} aria-hidden className="text-ink-2" />
                    <span className="sr-only">{t('done')}</span>
                  </>
                ) : (
                  index + 1
                )}
              </span>
              <span
                className={cn('min-w-0', isTold && 'grid', isOpen ? 'gap-1' : 'py-2', isDone && 'text-ink-3')}
              >
                <span className={cn(isOpen ? 'text-head' : 'font-medium', isDone && 'font-normal')}>
                  {t(`steps.${step}.title`)}
                </span>
                {isTold && <span className="max-w-[34rem] text-ink-2">{t(`steps.${step}.detail`)}</span>}
              </span>
              {link && isOpen && (
                <Button
                  asChild
                  tone={isNew ? 'accent' : 'neutral'}
                  className="max-md:col-start-2 max-md:mt-3 max-md:justify-self-start"
                >
                  <Link href={link.href}>{t(link.words)}</Link>
                </Button>
              )}
              {link && !isOpen && !isDone && (
                <Link
                  href={link.href}
                  className="flex items-center gap-2 text-ink-2 hover:text-ink hover:underline max-md:py-3"
                >
                  <span className="max-md:sr-only">{t(link.words)}</span>
                  <ArrowRight size={14} strokeWidth={1.6} aria-hidden />
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
