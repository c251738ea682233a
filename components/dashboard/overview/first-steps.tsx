import { getTranslations } from 'next-intl/server';

const steps = ['members', 'kiosk', 'badge'] as const;

/** What a gym without members reads instead of figures: the three steps until the first visit shows. */
export async function FirstSteps({ gym }: { gym: string }) {
  const t = await getTranslations('overview.start');
  return (
    <section className="grid gap-6 pb-4">
      <div className="grid gap-2">
        <h2 className="text-title">{t('title', { gym })}</h2>
        <p className="max-w-[40rem] text-lead text-ink-2">{t('lead')}</p>
      </div>
      <ol className="grid gap-6 md:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step} className="grid content-start gap-1 border-t border-line-strong pt-3">
            <span className="text-label text-ink-3">{index + 1}</span>
            <span className="font-semibold">{t(step)}</span>
            <span className="text-ink-2">{t(`${step}Detail`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
