import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { BriefingFact } from '@/lib/overview';
import { addDays, type Format } from '@/lib/utils/format';
import { typeset } from '@/lib/utils/typography';

/** Three sentences in plain words; every figure is a link to its rows. */
export async function Briefing({
  facts,
  date,
  format,
  mayOpenTalks,
}: {
  facts: BriefingFact[];
  date: string;
  format: Format;
  mayOpenTalks: boolean;
}) {
  const t = await getTranslations('overview.briefing');
  const yesterday = addDays(date, -1);
  const to = (href: string) => (chunks: ReactNode) => (
    <Link href={href} className="link font-medium text-ink">
      {chunks}
    </Link>
  );
  const strong = (chunks: ReactNode) => <span className="font-medium text-ink">{chunks}</span>;
  const tags = {
    v: to('/dashboard/members?sort=last_visit'),
    c: mayOpenTalks ? to(`/dashboard/sessions?from=${yesterday}&to=${yesterday}`) : strong,
    a: to('/dashboard/alerts'),
    r: to('/dashboard/members?view=at_risk'),
    k: to('#kiosks'),
  };
  const figures = (fact: BriefingFact): Record<string, string | number> => {
    if ('visits' in fact) {
      const weekday = format.weekday(`${yesterday}T12:00:00Z`);
      return { visits: fact.visits, talks: fact.talks, weekday, share: format.percent(fact.share) };
    }
    if ('alerts' in fact) return { alerts: fact.alerts, urgent: fact.urgent, risk: fact.risk };
    const today = fact.since && format.localDay(fact.since) === date;
    const when = fact.since ? (today ? format.time(fact.since) : format.shortDate(fact.since)) : 'none';
    return { total: fact.total, count: fact.count, names: fact.names.join(', '), when };
  };
  return (
    <div className="grid gap-1 text-[1.125rem] leading-[1.625rem] tracking-[-0.014em] text-ink-2 md:gap-0 md:text-lead md:leading-[2.0625rem]">
      {facts.map((fact) => (
        <p key={fact.key}>{typesetNodes(t.rich(fact.key, { ...figures(fact), ...tags }), format.locale)}</p>
      ))}
    </div>
  );
}

const typesetNodes = (nodes: ReactNode, locale: string): ReactNode =>
  Array.isArray(nodes)
    ? nodes.map((node) => (typeof node === 'string' ? typeset(node, locale) : node))
    : nodes;
