import { useTranslations } from 'next-intl';
import type { MemberPage } from '@/lib/member';
import { addDays, type Format } from '@/lib/utils/format';
import { RestoreButton } from './restore-button';

const DAYS = 30;

/** Above a deleted member's page: until when they can be brought back. */
export function DeletedNote({
  member,
  mayRestore,
  format,
}: {
  member: MemberPage;
  mayRestore: boolean;
  format: Format;
}) {
  const t = useTranslations('member.deleted');
  if (!member.deleted_at) return null;
  const last = addDays(format.localDay(member.deleted_at), DAYS);
  const isLate = last <= member.habits.today;
  return (
    <div
      role="note"
      className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg bg-watch-wash px-4 py-3"
    >
      <p>
        <span className="block font-medium">
          {isLate ? t('late') : t('title', { date: format.calendarDay(last) })}
        </span>
        <span className="text-ink-2">{t('detail')}</span>
      </p>
      {mayRestore && !isLate && (
        <RestoreButton id={member.id} name={`${member.first_name} ${member.last_name}`} />
      )}
    </div>
  );
}
