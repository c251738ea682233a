import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Member, MemberColumn } from '@/lib/members';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { shortName } from '@/lib/utils/short-name';
import { MemberCell } from './member-cell';
import { SelectBox, SelectPage } from './select-box';

const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2';

/** With a panel beside it a list keeps these. */
const narrow: readonly MemberColumn[] = ['risk', 'reasons', 'last_visit'];
/** A phone shows these, on two lines. */
const smallest: readonly MemberColumn[] = ['risk', 'reasons'];
const roomy: readonly MemberColumn[] = ['weeks'];

/** Where there is no room for a column. */
const hidden = (column: MemberColumn, isOpen: boolean) =>
  cn(
    isOpen && !narrow.includes(column) && 'hidden',
    !smallest.includes(column) && 'max-md:hidden',
    roomy.includes(column) ? 'max-xl:hidden' : !narrow.includes(column) && 'max-lg:hidden',
  );

const shapes: Partial<Record<MemberColumn, string>> = {
  risk: 'whitespace-nowrap max-md:pr-0',
  reasons:
    'w-full max-w-0 truncate text-ink-2 max-md:col-span-3 max-md:max-w-full max-md:pr-0 max-md:pl-10 max-md:whitespace-normal',
  last_visit: 'whitespace-nowrap text-ink-2',
  weeks: 'pr-6',
};

/** The members of a view, each with a checkbox. With a panel open few columns stay; a phone shows two lines a row. */
export async function MembersTable({
  members,
  columns,
  openId,
  hrefOf,
  format,
}: {
  members: Member[];
  columns: MemberColumn[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
}) {
  const t = await getTranslations('members');
  const isOpen = openId !== undefined;
  return (
    <table className="w-full">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          <th className="w-10 font-normal print:hidden">
            <SelectPage ids={members.map(({ id }) => id)} />
          </th>
          <th className={head}>{t('column.member')}</th>
          {columns.map((column) => (
            <th key={column} className={cn(head, hidden(column, isOpen), column === 'reasons' && 'min-w-48')}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => {
          const open = member.id === openId;
          const name = shortName(member);
          return (
            <tr
              key={member.id}
              data-member={member.id}
              className={cn(
                'relative h-10 border-b border-line hover:bg-hover has-checked:bg-selected max-md:grid max-md:h-auto max-md:grid-cols-[2.5rem_minmax(0,1fr)_auto] max-md:items-center max-md:pb-2',
                open && 'bg-selected hover:bg-selected',
              )}
            >
              <td className={cn('w-10 print:hidden', open && 'shadow-[inset_2px_0_var(--ink)]')}>
                <SelectBox id={member.id} name={name} />
              </td>
              <th scope="row" className="pr-4 text-left font-medium whitespace-nowrap">
                <Link
                  href={hrefOf(member.id)}
                  scroll={false}
                  replace={isOpen}
                  data-row
                  aria-current={open ? 'true' : undefined}
                  className="outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ink"
                >
                  {name}
                </Link>
                {member.state !== 'active' && (
                  <span className="pl-2 text-small font-normal text-ink-3">
                    {t(`states.${member.state}`)}
                  </span>
                )}
              </th>
              {columns.map((column) => (
                <td key={column} className={cn('pr-4', shapes[column], hidden(column, isOpen))}>
                  <MemberCell column={column} member={member} format={format} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
