import { cn } from '@/lib/utils/cn';
import { LOUD_DB } from './fleet-words';

const quietest = -70;
const loudest = -10;

/** How loud the entrance is, as a bar and in words; amber from where speech is lost. */
export function NoiseLevel({ db, words }: { db: number | null; words: string }) {
  if (db === null) return <span className="text-ink-3">{words}</span>;
  const share = Math.max(0.04, Math.min(1, (db - quietest) / (loudest - quietest)));
  const isLoud = db >= LOUD_DB;
  return (
    <span className={cn('inline-flex items-center gap-2 tabular-nums', isLoud && 'text-watch')}>
      <svg width="32" height="6" viewBox="0 0 32 6" aria-hidden focusable="false">
        <rect width="32" height="6" className="fill-selected" />
        <rect width={32 * share} height="6" className={isLoud ? 'fill-watch-fill' : 'fill-off'} />
      </svg>
      {words}
    </span>
  );
}
