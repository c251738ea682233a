import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { JarvisLogo } from '@/components/common/jarvis-logo';
import { adviceWords, alertVoice } from '@/components/dashboard/alerts/alert-words';
import { factorWords, riskSentence } from '@/components/dashboard/members/member-words';
import { RiskBar, RiskShape } from '@/components/ui/risk-level';
import type { MemberPage } from '@/lib/member';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { WeeksChart } from './weeks-chart';

/** The risk as a sentence with its bar, visits a week by week, and where the points come from. */
export async function MemberRisk({ member, format }: { member: MemberPage; format: Format }) {
  const t = await getTranslations('member.risk');
  const words = await getTranslations('members');
  const { risk, alert } = member;
  const sentence = risk && riskSentence(risk.factors, words, format);
  const advice = alert ? adviceWords(alert.recommended_actions, await alertVoice(format)) : [];
  return (
    <section aria-labelledby="risk" className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        {risk && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-2">
            <RiskShape level={risk.level} />
            <span id="risk" className={cn(risk.level === 'critical' && 'text-act')}>
              {t('title', { level: t(`level.${risk.level}`) })}
            </span>
            <RiskBar level={risk.level} />
            {alert && (
              <time
                dateTime={alert.created_at}
                title={format.exact(alert.created_at)}
                className="text-label text-ink-2"
              >
                {t('since', { when: format.shortDate(alert.created_at) })}
              </time>
            )}
          </p>
        )}
        <p
          {...(!risk && { id: 'risk' })}
          className="max-w-[36rem] text-lead leading-8 text-balance max-md:text-[1.125rem] max-md:leading-7"
        >
          {sentence ? `${sentence}.` : risk ? t('calm') : t('out')}
        </p>
      </div>
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-[minmax(0,1fr)_15rem]">
        <WeeksChart habits={member.habits} since={member.member_since} format={format} />
        {risk && (
          <div>
            <h2 className="pb-2 text-label text-ink-2">{t('points')}</h2>
            <table className="w-full border-t border-line">
              <thead className="sr-only">
                <tr>
                  <th scope="col">{t('reason')}</th>
                  <th scope="col">{t('point')}</th>
                </tr>
              </thead>
              <tbody>
                {risk.factors.map((factor) => (
                  <tr key={factor.code} className="border-b border-line">
                    <th scope="row" className="py-1.5 pr-3 text-left font-normal first-letter:uppercase">
                      {factorWords(factor, words, format) ?? factor.code}
                    </th>
                    <td className="text-right">{Number(factor.params.points ?? 0)}</td>
                  </tr>
                ))}
                {risk.factors.length === 0 && <NoReason />}
                <tr>
                  <th scope="row" className="py-1.5 pr-3 text-left font-normal text-ink-2">
                    {t('total')}
                  </th>
                  <td className="text-right font-semibold">{risk.points}</td>
                </tr>
              </tbody>
            </table>
            {advice.length > 0 && (
              <ul aria-label={t('advice')} className="grid gap-2 pt-3">
                {advice.map((one) => (
                  <li key={one} className="flex items-start gap-2.5 text-label leading-5 text-ink-2">
                    <span className="grid h-5 shrink-0 items-center">
                      <JarvisLogo size={16} />
                    </span>
                    {one}
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

function NoReason() {
  const t = useTranslations('member.risk');
  return (
    <tr className="border-b border-line text-ink-2">
      <th scope="row" className="py-1.5 text-left font-normal">
        {t('none')}
      </th>
      <td className="text-right">0</td>
    </tr>
  );
}
