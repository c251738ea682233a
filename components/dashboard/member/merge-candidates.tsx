import Form from 'next/form';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { Duplicate } from '@/lib/member';
import { href } from '@/lib/utils/search-params';

/** Who the other row could be: first those who look alike, else whom a search finds. */
export function MergeCandidates({
  path,
  candidates,
  search,
}: {
  path: string;
  candidates: Duplicate[];
  search: string | undefined;
}) {
  const t = useTranslations('member.merging');
  const why = useTranslations('member.doubles.by');
  return (
    <>
      <search>
        <Form action={path} className="flex max-w-[34rem] items-end gap-2">
          <Field
            id="search"
            name="search"
            type="search"
            label={t('searchLabel')}
            defaultValue={search}
            maxLength={100}
            autoComplete="off"
            data-page-search
            className="grow"
          />
          <Button type="submit" className="h-10! max-md:h-12!">
            {t('find')}
          </Button>
        </Form>
      </search>
      <h2 className="pt-8 pb-2 font-semibold">{search ? t('found') : t('likely')}</h2>
      {candidates.length === 0 ? (
        <p className="text-ink-2">{search ? t('noneFound') : t('none')}</p>
      ) : (
        <ul className="border-t border-line">
          {candidates.map((one) => (
            <li
              key={one.id}
              className="flex min-h-11 items-center justify-between gap-4 border-b border-line"
            >
              <p>
                {one.first_name} {one.last_name}{' '}
                <span className="text-ink-2">{one.by.map((reason) => why(reason)).join(', ')}</span>
              </p>
              <Button asChild size="bar" className="max-md:h-11">
                <Link
                  href={href(path, {}, { with: one.id })}
                  data-row
                  aria-label={`${t('choose')} ${one.first_name} ${one.last_name}`}
                >
                  {t('choose')}
                </Link>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
