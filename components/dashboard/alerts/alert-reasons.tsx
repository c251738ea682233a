import { PeekRow } from '@/components/ui/with-peek';
import type { Alert } from '@/lib/alerts';
import { type AlertVoice, pointsOf, reasonWords } from './alert-words';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The reasons, each with its points where the rule counts, and the threshold that the sum passed. */
export function AlertReasons({ alert, voice }: { alert: Alert; voice: AlertVoice }) {
  const { t } = voice;
  const rows = (alert.context.reasons ?? []).flatMap((reason) => {
    const words = reasonWords(reason, voice);
    return words ? [{ words: capital(words), points: pointsOf(reason) }] : [];
  });
  if (rows.length === 0) return null;
  const sum = rows.reduce((total, row) => total + (row.points ?? 0), 0);
  return (
    <PeekRow label={t('peek.why')}>
      <dl className="grid gap-1">
        {rows.map((row) => (
          <div key={row.words} className="flex justify-between gap-4">
            <dt>{row.words}</dt>
            <dd className="text-ink-2">{row.points}</dd>
          </div>
        ))}
        {sum > 0 && (
          <div className="mt-1 flex justify-between gap-4 border-t border-line pt-1.5">
            <dt className="text-ink-2">{t('peek.threshold')}</dt>
            <dd className="font-semibold">{sum}</dd>
          </div>
        )}
      </dl>
    </PeekRow>
  );
}
