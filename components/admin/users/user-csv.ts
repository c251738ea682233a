import { getTranslations } from 'next-intl/server';
import { serverFormat } from '@/lib/i18n/server-format';
import { type UserRow, userStatus } from '@/lib/users';
import { csvResponse } from '@/lib/utils/csv';

const columns = [
  'name',
  'email',
  'role',
  'place',
  'customer',
  'status',
  'twoStep',
  'seen',
  'created',
  'id',
] as const;

/** A CSV file of people and open invitations in the reader's language. */
export async function userCsv(pages: AsyncGenerator<UserRow[]>): Promise<Response> {
  const t = await getTranslations('admin');
  const roles = await getTranslations('shell.roles');
  const states = await getTranslations('team.status');
  const format = await serverFormat('Europe/Paris');
  async function* lines() {
    for await (const page of pages)
      yield page.map((row) => [
        row.full_name,
        row.email,
        roles(row.role),
        row.place ?? t('platform'),
        row.customer ?? t('platform'),
        states(userStatus(row)),
        row.kind === 'person' ? t(row.two_step ? 'users.yes' : 'users.no') : null,
        row.last_seen_at && format.localDay(row.last_seen_at),
        format.localDay(row.created_at),
        row.id,
      ]);
  }
  const header = columns.map((column) => t(`users.column.${column}`));
  return csvResponse(`${t('users.file')}-${format.localDay(new Date())}.csv`, header, lines());
}
