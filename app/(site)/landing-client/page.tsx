import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { JarvisLogo } from '@/components/common/jarvis-logo';
import { LanguageSwitch } from '@/components/common/language-switch';
import { LegalLinks } from '@/components/common/legal-links';
import { Button } from '@/components/ui/button';

const promises = ['introduces', 'noSound', 'silent'] as const;
const steps = ['door', 'essence', 'call'] as const;

export default async function LandingPage() {
  const t = await getTranslations('landing');
  return (
    <div className="mx-auto grid max-w-[72rem] gap-20 px-6 pb-24 md:px-8">
      <header className="flex h-18 items-center justify-between">
        <span className="flex items-center gap-2.5 text-label font-semibold tracking-[0.08em]">
          <JarvisLogo size={24} /> JARVIS
        </span>
        <Button asChild>
          <Link href="/login">{t('signIn')}</Link>
        </Button>
      </header>
      <main className="grid gap-24">
        <section className="grid items-center gap-16 lg:grid-cols-[1fr_20rem]">
          <div className="grid gap-8">
            <h1 className="text-title-2 text-balance md:text-display">{t('title')}</h1>
            <p className="max-w-[34rem] text-lead text-ink-2">{t('lead')}</p>
            <Button asChild tone="accent" size="large" className="justify-self-start">
              <Link href="/login">{t('open')}</Link>
            </Button>
            <ul className="grid gap-6 pt-4 sm:grid-cols-3">
              {promises.map((key) => (
                <li key={key} className="grid content-start gap-1 border-t border-line-strong pt-3">
                  <span className="font-medium">{t(`promises.${key}.title`)}</span>
                  <span className="text-ink-2">{t(`promises.${key}.text`)}</span>
                </li>
              ))}
            </ul>
          </div>
          <div
            data-theme="kiosk"
            className="grid gap-10 rounded-[1.25rem] bg-graphite-0 p-8 text-ink max-lg:max-w-md"
          >
            <span className="text-label text-ink-2">{t('kiosk.is')}</span>
            <span className="justify-self-center py-4">
              <JarvisLogo size={176} />
            </span>
            <p className="text-center text-lead text-balance">{t('kiosk.says')}</p>
          </div>
        </section>
        <section className="grid gap-8">
          <h2 className="text-title-2 text-balance">{t('storyTitle')}</h2>
          <ol className="grid gap-8 md:grid-cols-3">
            {steps.map((key) => (
              <li key={key} className="grid content-start gap-2 border-t border-line-strong pt-4">
                <span className="text-label text-ink-3">{t(`story.${key}.when`)}</span>
                <h3 className="text-head">{t(`story.${key}.title`)}</h3>
                <p className="text-ink-2">{t(`story.${key}.text`)}</p>
              </li>
            ))}
          </ol>
        </section>
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-4 border-t border-line pt-6">
        <span className="text-label text-ink-3">{t('footer')}</span>
        <LegalLinks />
        <LanguageSwitch />
      </footer>
    </div>
  );
}
