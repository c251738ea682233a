import type { Alert, CodeAndParams } from './schemas';

/** How an alert is drawn and in which order it is worked: act, watch, good. */
export type Severity = 'act' | 'watch' | 'good';

const order: Record<Severity, number> = { act: 0, watch: 1, good: 2 };

export function severityOf(alert: Pick<Alert, 'type' | 'priority'>): Severity {
  if (alert.type === 'milestone') return 'good';
  return alert.priority === 'urgent' || alert.priority === 'high' ? 'act' : 'watch';
}

/**
 * Alerts by day, newest day first; within a day act, watch, good, then the oldest first.
 * @param dayOf the gym's calendar day of a moment
 */
export function byDay(alerts: Alert[], dayOf: (at: string) => string): { day: string; alerts: Alert[] }[] {
  const days = Map.groupBy(alerts, (alert) => dayOf(alert.created_at));
  return [...days]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([day, rows]) => ({
      day,
      alerts: rows.toSorted(
        (a, b) => order[severityOf(a)] - order[severityOf(b)] || a.created_at.localeCompare(b.created_at),
      ),
    }));
}

/** The reasons worth a line of a list: how little somebody comes goes without saying beside any other reason. */
export function telling(reasons: CodeAndParams[]): CodeAndParams[] {
  const others = reasons.filter(({ code }) => code !== 'low_engagement');
  return others.length > 0 ? others : reasons;
}
