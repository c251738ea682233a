import { Plus } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';

/** The way to the opening of a customer, with which every franchise and every gym of its own begins. */
export async function NewCustomer() {
  const t = await getTranslations('admin');
  return (
    <Button asChild tone="accent" size="bar" className="max-md:h-11">
      <Link href="/dashboard/admin/clients/new">
        <Plus size={16} strokeWidth={1.6} aria-hidden /> {t('newCustomer')}
      </Link>
    </Button>
  );
}
