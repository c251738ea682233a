import { useTranslations } from 'next-intl';
import { TableSkeleton } from '@/components/dashboard/shell/table-skeleton';

export default function Loading() {
  return <TableSkeleton label={useTranslations('common')('loading')} tabs={false} />;
}
