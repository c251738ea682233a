import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { AddRate } from '@/components/admin/costs/add-rate';
import { CostTabs } from '@/components/admin/costs/cost-tabs';
import { ModelsTable } from '@/components/admin/costs/models-table';
import { ProviderDays } from '@/components/admin/costs/provider-days';
import { RatesTable } from '@/components/admin/costs/rates-table';
import { PageSection } from '@/components/admin/page-section';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { getPriceList } from '@/lib/costs';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';

export async function generateMetadata() {
  return { title: (await getTranslations('costs.pages'))('prices') };
}

/** By what costs are counted: models, rates of the euro, and what the provider says. */
export default async function PricesPage() {
  const { actor } = await currentContext();
  if (!can(actor, 'customers.read')) return <ForbiddenPage actor={actor} permission="customers.read" />;
  const list = await getPriceList(await serverClient());
  const format = await serverFormat('Europe/Paris');
  const t = await getTranslations('costs');
  const { common, shell, auth, admin, costs } = await getMessages();
  return (
    <NextIntlClientProvider
      messages={{
        common,
        shell: { undo: shell.undo },
        auth: { problem: auth.problem },
        admin: { cancel: admin.cancel },
        costs,
      }}
    >
      <CostTabs current="prices" />
      <div className="grid gap-10 px-4 pt-6 pb-12 md:px-8">
        <h1 className="sr-only">{t('pages.prices')}</h1>
        <PageSection title={t('models.title')}>
          <ModelsTable models={list.models} format={format} />
          <p className="pt-2 text-label text-ink-3">{t('models.note')}</p>
        </PageSection>
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
          <PageSection
            title={t('rates.title')}
            action={can(actor, 'costs.manage') && <AddRate today={list.today} />}
          >
            <RatesTable rates={list.rates} format={format} />
          </PageSection>
          <PageSection title={t('provider.title')}>
            <ProviderDays days={list.days} check={list.check} format={format} />
          </PageSection>
        </div>
      </div>
    </NextIntlClientProvider>
  );
}
