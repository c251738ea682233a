import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { DraftLine } from '@/lib/customers';
import type { Format } from '@/lib/utils/format';
import { DiscardDraft } from './discard-draft';

/** Customers that somebody has begun to draw up: go on with one, or throw it away. */
export async function DraftList({ drafts, format }: { drafts: DraftLine[]; format: Format }) {
  const t = await getTranslations('customers');
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts-title" className="pt-4">
      <h2 id="drafts-title" className="flex h-9 items-center border-b border-line font-semibold">
        {t('drafts.title')}
      </h2>
      <ul>
        {drafts.map((draft) => {
          const name = draft.name || t('drafts.unnamed');
          const step = t(`wizard.step.${draft.step}`).toLocaleLowerCase();
          const when = format.moment(draft.updated_at);
          return (
            <li
              key={draft.id}
              className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5 pl-3 max-md:pl-0"
            >
              <span className="min-w-0 grow">
                <span className="font-medium">{name}</span>{' '}
                <span className="text-label text-ink-3">
                  {draft.by
                    ? t('drafts.at', { step, by: draft.by, when })
                    : t('drafts.atNobody', { step, when })}
                </span>
              </span>
              <span className="flex items-center gap-3">
                <Link href={`/dashboard/admin/clients/new?draft=${draft.id}`} className="link">
                  {t('drafts.resume')}
                </Link>
                <DiscardDraft id={draft.id} name={name} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
