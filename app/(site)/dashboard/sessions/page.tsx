import { getTranslations } from 'next-intl/server';
import { ConversationPeek } from '@/components/dashboard/conversations/conversation-peek';
import { ConversationsTable } from '@/components/dashboard/conversations/conversations-table';
import { NearConversations } from '@/components/dashboard/conversations/near-conversations';
import { topicWords } from '@/components/dashboard/conversations/topic-words';
import { ListFrame } from '@/components/dashboard/shell/list-frame';
import { FilterDay, FilterSelect } from '@/components/ui/filter-controls';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { WithPeek } from '@/components/ui/with-peek';
import { can } from '@/lib/auth/permissions';
import {
  conversationFilter,
  conversationQuery,
  conversationTopics,
  getConversation,
  listConversations,
  moods,
  nearConversations,
} from '@/lib/conversations';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/sessions';

export async function generateMetadata() {
  return { title: (await getTranslations('conversations'))('title') };
}

export default async function ConversationsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'conversations.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="conversations.read" />;
  const raw = await searchParams;
  const filter = conversationFilter(raw);
  const query = conversationQuery(filter);
  const asked = rowId(raw, 'open');
  const db = await serverClient();
  const mayRead = can(actor, 'conversations.transcript', { gymId: gym.id });
  // What was said may not be told by its nearness either; further pages are the same search.
  const search = mayRead && !filter.cursor ? filter.search : undefined;
  const [list, talk, near] = await Promise.all([
    pageOf(filter, (one) => listConversations(db, gym.id, one)),
    asked ? getConversation(db, asked) : null,
    search ? nearConversations(db, gym.id, { ...filter, search }) : null,
  ]);
  const hrefOf = (id: string) => href(PATH, query, { open: id });
  const format = await serverFormat(gym.timezone);
  const t = await getTranslations('conversations');
  const filtered = Object.values({ ...query, cursor: undefined }).some(Boolean);
  const topics =
    filter.topic && !conversationTopics.some((one) => one === filter.topic)
      ? [filter.topic, ...conversationTopics]
      : conversationTopics;
  return (
    <WithPeek
      list={
        <ListFrame
          path={PATH}
          query={query}
          title={t('title')}
          search={{ label: t('searchLabel'), placeholder: t('search'), value: filter.search }}
          controls={
            <>
              <FilterSelect
                label={t('mood')}
                name="mood"
                value={filter.mood}
                any={t('anyMood')}
                options={moods.map((mood) => ({ value: mood, label: t(`moods.${mood}`) }))}
              />
              <FilterSelect
                label={t('topic')}
                name="topic"
                value={filter.topic}
                any={t('anyTopic')}
                options={topics.map((topic) => ({ value: topic, label: topicWords(topic, t) }))}
              />
              <FilterDay label={t('from')} name="from" value={filter.from} />
              <FilterDay label={t('to')} name="to" value={filter.to} />
            </>
          }
          shown={t('shown', { count: list.rows.length, total: list.total })}
          exportHref={href('/api/dashboard/conversations/export', query, { gym: gym.id, cursor: null })}
          empty={
            list.rows.length > 0
              ? null
              : {
                  title: t(near?.length ? 'near.noWords' : filtered ? 'empty.filtered' : 'empty.none'),
                  detail: t(
                    near?.length
                      ? 'near.noWordsDetail'
                      : filtered
                        ? 'empty.filteredDetail'
                        : 'empty.noneDetail',
                  ),
                }
          }
          next={list.next_cursor}
          below={
            search &&
            (list.rows.length > 0 || near?.length !== 0) && (
              <NearConversations
                search={search}
                conversations={near}
                openId={asked}
                hrefOf={hrefOf}
                format={format}
              />
            )
          }
        >
          <ConversationsTable conversations={list.rows} openId={asked} hrefOf={hrefOf} format={format} />
        </ListFrame>
      }
      peek={
        asked && (
          <ConversationPeek
            talk={talk}
            mayRead={mayRead}
            mayRetry={can(actor, 'conversations.retry', { gymId: gym.id })}
            closeHref={href(PATH, query)}
            format={format}
          />
        )
      }
    />
  );
}
