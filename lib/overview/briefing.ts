import type { Overview } from './schemas';

/** One sentence of the briefing: which message, with which figures. The words are in the `overview.briefing` messages. */
export type BriefingFact =
  | {
      key: 'yesterday.plain' | 'yesterday.better' | 'yesterday.worse' | 'yesterday.same';
      visits: number;
      talks: number;
      /** Share of difference 0…1 against the usual. */
      share: number;
    }
  | {
      key: 'todo.alerts' | 'todo.risk' | 'todo.quiet' | 'todo.riskAlone' | 'todo.calm';
      alerts: number;
      urgent: number;
      risk: number;
    }
  | {
      key:
        | 'kiosks.none'
        | 'kiosks.well'
        | 'kiosks.down'
        | 'kiosks.broken'
        | 'kiosks.downMany'
        | 'kiosks.late'
        | 'kiosks.waiting'
        | 'kiosks.maintenance';
      total: number;
      count: number;
      names: string[];
      since: string | null;
    };

/** Fewer usual visits than this are no base for a comparison. */
const LEAST_BASE = 10;

function yesterday(overview: Overview): BriefingFact {
  const { visits_yesterday: visits, conversations_yesterday: talks, visits_usual: usual } = overview;
  if (usual === null || usual < LEAST_BASE) return { key: 'yesterday.plain', visits, talks, share: 0 };
  const change = (visits - usual) / usual;
  const share = Math.round(Math.abs(change) * 100) / 100;
  if (share < 0.03) return { key: 'yesterday.same', visits, talks, share };
  return { key: change > 0 ? 'yesterday.better' : 'yesterday.worse', visits, talks, share };
}

function todo(overview: Overview, seesAlerts: boolean): BriefingFact {
  const { alerts_open: alerts, alerts_urgent: urgent, at_risk: risk } = overview;
  const withoutAlerts = seesAlerts
    ? (['todo.risk', 'todo.quiet'] as const)
    : (['todo.riskAlone', 'todo.calm'] as const);
  const key = alerts > 0 ? 'todo.alerts' : withoutAlerts[risk > 0 ? 0 : 1];
  return { key, alerts, urgent, risk };
}

function kiosks({ kiosks: all }: Overview): BriefingFact {
  const shown = (...states: Overview['kiosks'][number]['shown'][]) =>
    all.filter((kiosk) => states.includes(kiosk.shown));
  const fact = (
    key: Extract<BriefingFact, { names: string[] }>['key'],
    which: Overview['kiosks'],
  ): BriefingFact => ({
    key,
    total: all.length,
    count: which.length,
    names: which.map((kiosk) => kiosk.name),
    since: which[0]?.last_heartbeat_at ?? null,
  });
  const down = shown('offline', 'error');
  if (all.length === 0) return fact('kiosks.none', []);
  if (down.length === 1) return fact(down[0]?.shown === 'error' ? 'kiosks.broken' : 'kiosks.down', down);
  if (down.length > 1) return fact('kiosks.downMany', down);
  const late = shown('late');
  if (late.length > 0) return fact('kiosks.late', late);
  const waiting = shown('provisioning');
  if (waiting.length > 0) return fact('kiosks.waiting', waiting);
  const resting = shown('maintenance');
  return resting.length > 0 ? fact('kiosks.maintenance', resting) : fact('kiosks.well', all);
}

/** What happened, who needs you, what is broken: three sentences from counts; a quiet day is short. Who sees no alerts is told nothing about them. */
export function briefing(overview: Overview, seesAlerts = true): BriefingFact[] {
  return [yesterday(overview), todo(overview, seesAlerts), kiosks(overview)];
}
