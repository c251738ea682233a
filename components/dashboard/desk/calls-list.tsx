import { alertLine, personName } from '@/components/dashboard/alerts/alert-words';
import { StatusShape } from '@/components/ui/status-shape';
import type { Desk } from '@/lib/desk';
import { CallButton } from './call-button';
import type { DeskVoice } from './desk-words';

/** Somebody at a kiosk asks for the team: above everything else. */
export function CallsList({
  calls,
  voice,
  mayAct,
}: {
  calls: Desk['alerts'];
  voice: DeskVoice;
  mayAct: boolean;
}) {
  const { t } = voice;
  const { format } = voice.alerts;
  if (calls.length === 0) return null;
  return (
    <section aria-labelledby="calls" className="rounded-lg border border-act-fill bg-act-wash px-4 py-3">
      <h2 id="calls" className="text-head">
        {t('calls.title')}
      </h2>
      <ul aria-live="polite">
        {calls.map((call) => {
          const line = t('calls.line', { who: call.member ? personName(call.member) : 'none' });
          const place = call.kiosk && t('calls.from', { kiosk: call.kiosk.name });
          // Their own words, for those who may read them; the code alone says nothing new.
          const hasWords = call.context.reasons?.some(({ params }) => typeof params.text === 'string');
          return (
            <li
              key={call.id}
              data-desk-row
              className="flex items-center justify-between gap-x-4 gap-y-2 pt-2 max-md:flex-wrap"
            >
              <p className="flex min-w-0 items-start gap-2.5">
                <span className="grid h-5 shrink-0 items-center">
                  <StatusShape status="act" />
                </span>
                <span>
                  <span data-row tabIndex={-1} className="font-medium">
                    {line}
                  </span>
                  <span className="text-ink-2">
                    {' '}
                    {[place, format.time(call.updated_at)].filter(Boolean).join(', ')}
                  </span>
                  {hasWords && <span className="block text-ink-2">{alertLine(call, voice.alerts)}</span>}
                </span>
              </p>
              {mayAct && <CallButton alertId={call.id} what={[line, place].filter(Boolean).join(', ')} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
