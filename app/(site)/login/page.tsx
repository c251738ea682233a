import Link from 'next/link';
import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { LoginForm } from '@/components/auth/login-form';
import { JarvisLogo } from '@/components/common/jarvis-logo';
import { LanguageSwitch } from '@/components/common/language-switch';
import { currentUser } from '@/lib/auth/current-user';
import { ownPath } from '@/lib/utils/own-path';

export async function generateMetadata() {
  return { title: (await getTranslations('login'))('title') };
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = ownPath((await searchParams).next, '/dashboard');
  if (await currentUser()) redirect(next);
  const t = await getTranslations('login');
  const { common, errors, login } = await getMessages();
  return (
    <main className="grid min-h-dvh place-items-center px-6 py-16">
      <div className="grid w-full max-w-sm gap-8">
        <Link
          href="/"
          className="flex items-center gap-2.5 justify-self-start text-label font-semibold tracking-[0.08em]"
        >
          <JarvisLogo size={24} /> JARVIS
        </Link>
        <div className="grid gap-2">
          <h1 className="text-title">{t('title')}</h1>
          <p className="text-ink-2">{t('lead')}</p>
        </div>
        <NextIntlClientProvider messages={{ common, errors, login }}>
          <LoginForm next={next} />
        </NextIntlClientProvider>
        <LanguageSwitch />
      </div>
    </main>
  );
}
