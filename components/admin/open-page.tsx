import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';

/** The foot of a panel: the way to the whole page. */
export async function OpenPage({ href }: { href: string }) {
  const t = await getTranslations('admin');
  return (
    <div className="border-t border-line px-4 py-3 md:px-6 print:hidden">
      <Button asChild tone="accent">
        <Link href={href} data-key="o">
          {t('open')} <Kbd className="border-accent-ink/35 text-accent-ink">O</Kbd>
        </Link>
      </Button>
    </div>
  );
}
