import { Phone } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { JarvisLogo } from '@/components/common/jarvis-logo';
import { Button } from '@/components/ui/button';
import { Initials } from '@/components/ui/initials';
import { RiskBar, RiskWord } from '@/components/ui/risk-level';
import { StatusShape } from '@/components/ui/status-shape';
import { CloseLink, PeekRow } from '@/components/ui/with-peek';
import { type Alert, type RiskLevel, severityOf } from '@/lib/alerts';
import type { Format } from '@/lib/utils/format';
import { dial, displayPhone } from '@/lib/utils/phone';
import { AlertActions } from './alert-actions';
import { AlertExcerpt } from './alert-excerpt';
import { AlertReasons } from './alert-reasons';
import { adviceWords, alertLine, alertSubject, alertVoice } from './alert-words';
import { AssignMenu } from './assign-menu';

export interface PeekRights {
  me: string;
  /** May act on this alert at all. */
  act: boolean;
  /** May give it to others. */
  assign: boolean;
  transcript: boolean;
}

const levels: readonly RiskLevel[] = ['low', 'medium', 'high', 'critical'];

/** Why, what to do, who has it, what was said, notes; the actions stay at the foot. */
export async function AlertPeek({
  alert,
  position,
  team,
  rights,
  closeHref,
  format,
}: {
  alert: Alert;
  position: { index: number; total: number };
  team: { id: string; full_name: string }[];
  rights: PeekRights;
  /** Null where the panel is simply the first of the list. */
  closeHref: string | null;
  format: Format;
}) {
  const voice = await alertVoice(format);
  const { t } = voice;
  const shell = await getTranslations('shell.panel');
  const name = alertSubject(alert, voice);
  const level = levels.find((one) => one === alert.context.params?.level);
  const advice = adviceWords(alert.recommended_actions, voice);
  const phone = alert.member?.phone;
  const line = alertLine(alert, voice);
  const told = alert.conversation?.summary?.replace(/\.$/, '');
  const owner = alert.assigned_to;
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-12 shrink-0 items-center justify-between gap-4 border-b border-line px-4 md:px-8">
        <p className="min-w-0 truncate">
          {t('peek.position', position)}{' '}
          <span className="pl-1 text-ink-2 max-md:hidden">
            {t('peek.created', { when: format.moment(alert.created_at) })}
          </span>
        </p>
        <div className="flex shrink-0 items-center gap-2 print:hidden">
          {alert.member && (
            <Link
              href={`/dashboard/members/${alert.member.id}`}
              className="rounded-md px-2 py-1.5 font-medium text-ink-2 hover:bg-hover hover:text-ink"
            >
              {t('peek.member')}
            </Link>
          )}
          {closeHref && <CloseLink href={closeHref} label={shell('close')} />}
        </div>
      </div>
      <div className="min-h-0 grow overflow-y-auto px-4 pt-6 pb-8 md:px-8 print:overflow-visible">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[1.5rem] leading-8 font-semibold tracking-[-0.02em]">
          <StatusShape status={severityOf(alert)} />
          {name}
          {level ? (
            <span className="flex items-center gap-2.5 text-base font-normal tracking-normal">
              <RiskBar level={level} />
              <RiskWord level={level} />
            </span>
          ) : (
            <span className="text-base font-normal tracking-normal text-ink-2">
              {t(`types.${alert.type}`)}
            </span>
          )}
        </h2>
        <p className="max-w-[34rem] pt-1.5 pb-5 text-[1.125rem] leading-[1.625rem] tracking-[-0.012em] text-balance">
          {line}.
        </p>
        <AlertReasons alert={alert} voice={voice} />
        {(advice.length > 0 || phone) && (
          <PeekRow label={t('peek.advice')}>
            <ul className="grid gap-2">
              {advice.map((sentence) => (
                <li key={sentence} className="flex items-start gap-2.5">
                  <span className="grid h-5 shrink-0 items-center">
                    <JarvisLogo size={18} />
                  </span>
                  {sentence}
                </li>
              ))}
            </ul>
            {phone && (
              <Button asChild tone="accent" className="mt-3">
                <a href={dial(phone)}>
                  <Phone size={16} strokeWidth={1.6} aria-hidden />
                  {t('peek.call', { phone: displayPhone(phone) })}
                </a>
              </Button>
            )}
          </PeekRow>
        )}
        <PeekRow label={t('peek.owner')}>
          <div className="flex min-h-6 items-center justify-between gap-4">
            <span className="flex items-center gap-2.5">
              <Initials name={owner?.full_name ?? null} size="normal" />
              {owner ? (
                <span className="font-medium">{owner.id === rights.me ? t('you') : owner.full_name}</span>
              ) : (
                <span className="text-ink-2">{t('peek.ownerNone')}</span>
              )}
            </span>
            {rights.act && (
              <AssignMenu
                alert={{ id: alert.id, name, owner: owner?.id ?? null }}
                me={rights.me}
                team={rights.assign ? team : []}
              />
            )}
          </div>
        </PeekRow>
        {alert.context.session_id && (
          <AlertExcerpt alert={alert} mayRead={rights.transcript} isTold={line === told} format={format} />
        )}
        {alert.resolution_notes && (
          <PeekRow label={t('peek.notes')}>
            <p className="whitespace-pre-line">{alert.resolution_notes}</p>
          </PeekRow>
        )}
      </div>
      <AlertActions
        key={alert.id}
        alert={{ id: alert.id, name, open: alert.status === 'pending' || alert.status === 'in_progress' }}
        may={rights.act || (rights.assign && Boolean(alert.resolved_at))}
        closed={
          alert.resolved_at
            ? t('peek.closed', { status: alert.status, when: format.moment(alert.resolved_at) })
            : null
        }
      />
    </div>
  );
}
