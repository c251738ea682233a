import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { QrCode } from '@/components/common/qr-code';
import {
  type LaunchPlace,
  linuxLine,
  linuxSteps,
  systemdUnit,
  windowsLine,
  windowsSteps,
} from './launch-lines';

const steps = ['power', 'network', 'open', 'code', 'check', 'badge', 'restart'] as const;
const systems = ['chromeos', 'android'] as const;

/** How a kiosk is started, on paper too: address, what to tick, and the lines for each system. */
export async function LaunchSheet({ place, code }: { place: LaunchPlace; code: ReactNode }) {
  const t = await getTranslations('kioskLaunch');
  return (
    <div className="grid gap-9">
      <section aria-labelledby="launch-address" className="flex flex-wrap items-start justify-between gap-6">
        <div className="grid max-w-[30rem] gap-3">
          <h2 id="launch-address" className="text-head">
            {t('address.title')}
          </h2>
          <p className="font-medium break-all select-all">{place.address}</p>
          <p className="text-ink-2">{t('address.detail')}</p>
          <div>{code}</div>
        </div>
        <QrCode
          text={place.address}
          label={t('address.square')}
          className="size-40 shrink-0 border border-line"
        />
      </section>
      <section aria-labelledby="launch-steps" className="grid gap-3">
        <h2 id="launch-steps" className="text-head">
          {t('steps.title')}
        </h2>
        <ul className="grid gap-2">
          {steps.map((step) => (
            <li key={step} className="flex gap-3">
              <span aria-hidden className="mt-0.5 size-4 shrink-0 rounded-sm border border-control" />
              {t(`steps.${step}`)}
            </li>
          ))}
        </ul>
      </section>
      <Lines title={t('linux.title')} detail={t('linux.detail')}>
        <Line label={t('linux.line')} text={linuxLine(place)} />
        <Line label={t('linux.unit')} text={systemdUnit(place)} />
        <Line label={t('linux.once')} text={linuxSteps(place)} />
      </Lines>
      <Lines title={t('windows.title')} detail={t('windows.detail')}>
        <Line label={t('windows.line')} text={windowsLine(place)} />
        <Line label={t('windows.once')} text={windowsSteps(place)} />
      </Lines>
      {systems.map((system) => (
        <Lines key={system} title={t(`${system}.title`)} detail={t(`${system}.detail`)} />
      ))}
    </div>
  );
}

function Lines({ title, detail, children }: { title: string; detail: string; children?: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-3 break-inside-avoid border-t border-line pt-6">
      <h2 className="text-head">{title}</h2>
      <p className="max-w-[44rem] text-ink-2 text-pretty">{detail}</p>
      {children}
    </section>
  );
}

/** A text to be copied as it is; long lines wrap, so that paper and phones show all of it. */
function Line({ label, text }: { label: string; text: string }) {
  return (
    <figure className="grid min-w-0 gap-1.5 break-inside-avoid">
      <figcaption className="text-label text-ink-3">{label}</figcaption>
      <pre className="rounded-md border border-line bg-sunken p-3 text-small wrap-anywhere whitespace-pre-wrap select-all">
        {text}
      </pre>
    </figure>
  );
}
