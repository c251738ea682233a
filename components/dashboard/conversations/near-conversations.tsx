import { getTranslations } from 'next-intl/server';
import type { Conversation } from '@/lib/conversations';
import type { Format } from '@/lib/utils/format';
import { ConversationsTable } from './conversations-table';

/** What comes near a search in meaning, beneath what holds its words. Null is a search that could not be made. */
export async function NearConversations({
  search,
  conversations,
  openId,
  hrefOf,
  format,
}: {
  search: string;
  conversations: Conversation[] | null;
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
}) {
  const t = await getTranslations('conversations.near');
  const note = conversations === null ? t('lost') : conversations.length === 0 ? t('none') : t('detail');
  return (
    <section aria-labelledby="near-conversations" className="pt-8">
      <h2 id="near-conversations" className="text-head break-words">
        {t('title', { search })}
      </h2>
      <p className="pt-1 pb-3 text-ink-2">{note}</p>
      {conversations && conversations.length > 0 && (
        <ConversationsTable conversations={conversations} openId={openId} hrefOf={hrefOf} format={format} />
      )}
    </section>
  );
}
