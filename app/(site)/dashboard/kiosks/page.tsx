import { Plus } from 'lucide-react';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { FleetPeek } from '@/components/dashboard/kiosks/fleet-peek';
import { FleetTable } from '@/components/dashboard/kiosks/fleet-table';
import { LOUD_DB, noiseWords } from '@/components/dashboard/kiosks/fleet-words';
import { KioskCommands } from '@/components/dashboard/kiosks/kiosk-commands';
import { LiveFleet } from '@/components/dashboard/kiosks/live-fleet';
import { ListFrame } from '@/components/dashboard/shell/list-frame';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-controls';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { Peek, WithPeek } from '@/components/ui/with-peek';
import { can } from '@/lib/auth/permissions';
import { kioskFilter, kioskQuery, kioskSorts, kioskStates, kioskViews, listKiosks } from '@/lib/fleet';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/kiosks';

export async function generateMetadata() {
  return { title: (await getTranslations('fleet'))('title') };
}

/** The kiosks of every gym that the reader opens: what needs somebody first. */
export default async function KiosksPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentContext();
  if (!can(actor, 'kiosks.read')) return <ForbiddenPage actor={actor} permission="kiosks.read" />;
  const raw = await searchParams;
  const asked = kioskFilter(raw);
  // A gym that the reader cannot open, as in a colleague's link, is no filter.
  const filter = { ...asked, gym: actor.gyms.some(({ id }) => id === asked.gym) ? asked.gym : undefined };
  const query = kioskQuery(filter);
  const db = await serverClient();
  const list = await pageOf(filter, (one) => listKiosks(db, one));
  const openId = rowId(raw, 'open');
  const open = list.rows.find(({ id }) => id === openId);
  const format = await serverFormat(gym?.timezone ?? 'Europe/Paris');
  const t = await getTranslations('fleet');
  const shown = await getTranslations('kiosks.shown');
  const panel = await getTranslations('shell.panel');
  const { fleet } = await getMessages();
  const { counts } = list;
  const mayAdd = can(actor, 'kiosks.create');
  const mayInstall = mayAdd || can(actor, 'kiosks.pair', gym ? { gymId: gym.id } : {});
  const isFiltered = Boolean(filter.search ?? filter.state ?? filter.gym) || filter.view !== 'all';
  return (
    <WithPeek
      list={
        <>
          <ListFrame
            path={PATH}
            query={query}
            title={t('title')}
            views={{
              label: t('views'),
              param: 'view',
              current: filter.view,
              all: kioskViews.map((view) => ({
                name: view,
                label: t(`view.${view}`),
                count: format.number(counts[view]),
              })),
            }}
            action={
              mayInstall && (
                <Button asChild tone="accent" size="bar">
                  <Link href={mayAdd ? '/dashboard/admin/gyms' : `${PATH}/setup`}>
                    <Plus size={16} strokeWidth={1.6} aria-hidden /> {t(mayAdd ? 'add' : 'install')}
                  </Link>
                </Button>
              )
            }
            above={
              counts.all > 0 && (
                <p className="max-w-[60rem] pt-5 pb-2 text-lead text-ink-2">
                  <span className="text-ink">{t('brief', { online: counts.online, total: counts.all })}</span>{' '}
                  {counts.attention > 0 && (
                    <Link href={href(PATH, {}, { view: 'attention' })} className="link">
                      {t('briefAttention', { count: counts.attention })}
                    </Link>
                  )}
                </p>
              )
            }
            search={{ label: t('searchLabel'), placeholder: t('search'), value: filter.search }}
            controls={
              <>
                {list.gyms.length > 1 && (
                  <FilterSelect
                    label={t('gym')}
                    name="gym"
                    value={filter.gym}
                    any={t('anyGym')}
                    options={list.gyms.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                )}
                <FilterSelect
                  label={t('state')}
                  name="state"
                  value={filter.state}
                  any={t('anyState')}
                  options={kioskStates.map((state) => ({ value: state, label: shown(state) }))}
                />
                <FilterSelect
                  label={t('sort')}
                  name="sort"
                  value={query.sort}
                  any={t('sorts.state')}
                  options={kioskSorts
                    .filter((sort) => sort !== 'state')
                    .map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
                />
              </>
            }
            shown={t('shown', { count: list.rows.length, total: list.total })}
            exportHref={href('/api/dashboard/kiosks/export', query, { cursor: null })}
            empty={
              list.rows.length > 0
                ? null
                : isFiltered
                  ? {
                      title: t('emptyFiltered'),
                      detail: t('emptyFilteredDetail'),
                      action: { label: t('clear'), href: PATH },
                    }
                  : { title: t('empty'), detail: t('emptyDetail') }
            }
            next={list.next_cursor}
          >
            <FleetTable
              rows={list.rows}
              openId={openId}
              hrefOf={(id) => href(PATH, query, { open: id })}
              withGym={list.gyms.length > 1}
              format={format}
            />
            <p className="max-w-[52rem] px-3 pt-4 text-label text-ink-2 max-md:px-0">
              {t('note', { db: noiseWords(LOUD_DB, t, format) })}
            </p>
          </ListFrame>
          <LiveFleet />
        </>
      }
      peek={
        open ? (
          <FleetPeek
            key={open.id}
            kiosk={open}
            closeHref={href(PATH, query)}
            format={format}
            actions={
              can(actor, 'kiosks.manage', { gymId: open.gym.id }) && (
                <NextIntlClientProvider messages={{ fleet: { command: fleet.command } }}>
                  <KioskCommands
                    kiosk={{
                      id: open.id,
                      name: open.name,
                      slug: open.slug,
                      paired: open.paired,
                      isInMaintenance: open.shown === 'maintenance',
                      isMuted: null,
                    }}
                  />
                </NextIntlClientProvider>
              )
            }
          />
        ) : (
          openId && (
            <Peek label={t('gone')} heading="" closeHref={href(PATH, query)} closeLabel={panel('close')}>
              <EmptyState title={t('gone')}>{t('goneDetail')}</EmptyState>
            </Peek>
          )
        )
      }
    />
  );
}
