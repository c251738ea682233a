import { ChevronDown, ListFilter } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { FilterChips, FilterDay, FilterKeep, FilterSelect } from '@/components/ui/filter-controls';
import { FilterForm } from '@/components/ui/filter-form';
import { SearchField } from '@/components/ui/search-field';
import {
  isNarrowed,
  type MemberFilter,
  memberConsents,
  memberKinds,
  memberLevels,
  memberQuery,
  memberSorts,
  memberStates,
  usualSort,
} from '@/lib/members';
import { href } from '@/lib/utils/search-params';

/** The filters of the list; those that are seldom wanted are behind one more chip, open when one of them is set. */
export async function MembersFilters({
  path,
  filter,
  types,
  mayReadDeleted,
}: {
  path: string;
  filter: MemberFilter;
  types: string[];
  mayReadDeleted: boolean;
}) {
  const t = await getTranslations('members');
  const shell = await getTranslations('shell.panel');
  const query = memberQuery(filter);
  const seldom = filter.kind ?? filter.consent ?? filter.from ?? filter.to;
  const usual = usualSort(filter.search);
  // A type that nobody has any more can still stand in the address.
  const offered = filter.type && !types.includes(filter.type) ? [...types, filter.type] : types;
  return (
    <FilterForm
      path={path}
      label={t('searchLabel')}
      values={{ ...query, cursor: undefined }}
      apply={shell('apply')}
    >
      <FilterKeep name="view" value={query.view} />
      <FilterKeep name="columns" value={query.columns} />
      <FilterKeep name="saved" value={query.saved} />
      <SearchField label={t('searchLabel')} placeholder={t('search')} value={filter.search} />
      <FilterChips>
        <FilterSelect
          label={t('level')}
          name="level"
          value={filter.level}
          any={t('anyLevel')}
          options={memberLevels.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
        />
        <FilterSelect
          label={t('state')}
          name="state"
          value={filter.state}
          any={t('anyState')}
          options={memberStates
            .filter((state) => mayReadDeleted || state !== 'deleted')
            .map((state) => ({ value: state, label: t(`states.${state}`) }))}
        />
        {offered.length > 0 && (
          <FilterSelect
            label={t('type')}
            name="type"
            value={filter.type}
            any={t('anyType')}
            options={offered.map((type) => ({ value: type, label: type }))}
          />
        )}
        <FilterSelect
          label={t('sort')}
          name="sort"
          value={query.sort}
          any={t(`sorts.${usual}`)}
          options={memberSorts
            .filter((sort) => sort !== usual && sort !== 'match')
            .map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
        />
        <details className="group contents" {...(seldom && { open: true })}>
          <summary className="inline-flex h-7 shrink-0 cursor-pointer list-none items-center gap-1.5 rounded-md border border-dashed border-line-strong bg-surface px-2.5 text-label max-md:h-11">
            <ListFilter size={14} strokeWidth={1.6} aria-hidden />
            {t('moreFilters')}
            <ChevronDown size={14} strokeWidth={1.6} aria-hidden className="group-open:rotate-180" />
          </summary>
          <span className="flex flex-wrap items-center gap-2 max-md:flex-nowrap">
            <FilterSelect
              label={t('kind')}
              name="kind"
              value={filter.kind}
              any={t('anyKind')}
              options={memberKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            />
            <FilterSelect
              label={t('consent')}
              name="consent"
              value={filter.consent}
              any={t('anyConsent')}
              options={memberConsents.map((consent) => ({ value: consent, label: t(`consents.${consent}`) }))}
            />
            <FilterDay label={t('from')} name="from" value={filter.from} />
            <FilterDay label={t('to')} name="to" value={filter.to} />
          </span>
        </details>
        {isNarrowed(filter) && (
          <Link
            href={href(path, { view: query.view, columns: query.columns, saved: query.saved })}
            className="link shrink-0 text-label"
          >
            {t('clearFilters')}
          </Link>
        )}
      </FilterChips>
    </FilterForm>
  );
}
