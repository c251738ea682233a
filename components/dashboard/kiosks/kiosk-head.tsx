import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { StatusShape } from '@/components/ui/status-shape';
import type { KioskDetail } from '@/lib/fleet';
import type { Format } from '@/lib/utils/format';
import { advice, stateShape, stateTag, stateWord } from './fleet-words';
import { KioskCommands } from './kiosk-commands';

/** Which kiosk it is, how it is in a sentence, and what can be asked of it. */
export async function KioskHead({
  kiosk,
  mayChange,
  format,
}: {
  kiosk: KioskDetail;
  mayChange: boolean;
  format: Format;
}) {
  const t = await getTranslations('fleet');
  const shown = await getTranslations('kiosks.shown');
  const tag = stateTag(kiosk, t, shown);
  return (
    <header className="grid gap-3 pb-5">
      <Link href="/dashboard/kiosks" className="link justify-self-start text-label">
        {t('back')}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="text-title">{kiosk.name}</h1>
          <p className="flex flex-wrap items-center gap-x-2 pt-1">
            <StatusShape status={stateShape(kiosk)} />
            <span className={tag?.tone}>{tag?.word ?? stateWord(kiosk, t, shown)}</span>
            <span className="text-ink-2">
              {kiosk.gym.name}
              {kiosk.location && `, ${kiosk.location}`}
            </span>
          </p>
        </div>
        {mayChange && (
          <div className="flex flex-wrap gap-2 print:hidden">
            <KioskCommands
              kiosk={{
                id: kiosk.id,
                name: kiosk.name,
                slug: kiosk.slug,
                paired: kiosk.paired,
                isInMaintenance: kiosk.shown === 'maintenance',
                isMuted: kiosk.settings.mute,
              }}
            />
          </div>
        )}
      </div>
      <p
        className={
          kiosk.copied_at ? 'max-w-[46rem] rounded-md bg-act-wash px-4 py-3' : 'max-w-[46rem] text-ink-2'
        }
      >
        {advice(kiosk, t, format)}
      </p>
    </header>
  );
}
