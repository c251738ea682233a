import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { StatusShape } from '@/components/ui/status-shape';
import { Peek } from '@/components/ui/with-peek';
import type { KioskRow } from '@/lib/fleet';
import type { Format } from '@/lib/utils/format';
import { advice, stateShape, stateTag, stateWord } from './fleet-words';
import { KioskChecks } from './kiosk-checks';

/** A kiosk at a glance: how it is, what to do, what it last measured. */
export async function FleetPeek({
  kiosk,
  closeHref,
  format,
  actions,
}: {
  kiosk: KioskRow;
  closeHref: string;
  format: Format;
  actions: ReactNode;
}) {
  const t = await getTranslations('fleet');
  const shown = await getTranslations('kiosks.shown');
  const panel = await getTranslations('shell.panel');
  const tag = stateTag(kiosk, t, shown);
  return (
    <Peek
      label={kiosk.name}
      heading={kiosk.gym.name}
      closeHref={closeHref}
      closeLabel={panel('close')}
      tools={
        <Button asChild tone="quiet" size="bar">
          <Link href={`/dashboard/kiosks/${kiosk.id}`} data-key="e">
            {t('open')} <Kbd>e</Kbd>
          </Link>
        </Button>
      }
    >
      <h2 className="text-[1.375rem] leading-8 font-semibold tracking-[-0.02em]">{kiosk.name}</h2>
      <p className="flex items-center gap-2 pt-1">
        <StatusShape status={stateShape(kiosk)} />
        <span className={tag?.tone}>{tag?.word ?? stateWord(kiosk, t, shown)}</span>
        {kiosk.location && <span className="text-ink-2">{kiosk.location}</span>}
      </p>
      <p className="py-4 text-ink-2">{advice(kiosk, t, format)}</p>
      {actions && <div className="flex flex-wrap gap-2 pb-6">{actions}</div>}
      <KioskChecks kiosk={kiosk} format={format} />
    </Peek>
  );
}
