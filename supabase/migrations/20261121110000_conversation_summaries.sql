-- What a conversation came to; a pending row is the queue (rules A1, A3).

create table public.conversation_summaries (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null unique,
  gym_id uuid not null references public.gyms (id) on delete cascade,
  member_id uuid,
  kiosk_id uuid,
  status text not null default 'pending' check (status in ('pending', 'processing', 'done', 'failed')),
  attempts integer not null default 0 check (attempts >= 0),
  claim_token uuid,
  claimed_at timestamptz,
  retry_at timestamptz,
  error text check (length(error) <= 1000),
  events_version integer not null default 0 check (events_version >= 0),
  provider text check (provider in ('openai', 'builtin')),
  model text,
  language text check (language in ('fr', 'en', 'es')),
  summary_text text check (length(summary_text) <= 2000),
  key_topics text[],
  sentiment_score numeric(3, 2) check (sentiment_score between -1 and 1),
  sentiment_label text check (sentiment_label in ('negative', 'neutral', 'positive')),
  emotion_detected text,
  intents_detected text[],
  action_items jsonb not null default '[]' check (jsonb_typeof(action_items) = 'array'),
  needs_review boolean not null default false,
  embedding extensions.vector(1536),
  embedding_model text,
  processed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, gym_id),
  constraint conversation_summaries_claim_has_token
    check ((status = 'processing') = (claim_token is not null and claimed_at is not null)),
  constraint conversation_summaries_done_is_complete check (
    status <> 'done'
    or (processed_at is not null and provider is not null and model is not null and sentiment_score is not null)
  ),
  constraint conversation_summaries_label_fits_score check (
    sentiment_label is not distinct from case
      when sentiment_score is null then null
      when sentiment_score <= -0.5 then 'negative'
      when sentiment_score >= 0.3 then 'positive'
      else 'neutral'
    end
  ),
  constraint conversation_summaries_embedding_names_model check ((embedding is null) = (embedding_model is null)),
  foreign key (session_id, gym_id) references public.openai_realtime_sessions (id, gym_id) on delete cascade,
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade,
  foreign key (kiosk_id, gym_id) references public.kiosks (id, gym_id) on delete set null (kiosk_id)
);
create index conversation_summaries_queue_idx on public.conversation_summaries (created_at)
  where status in ('pending', 'processing');
create index conversation_summaries_gym_id_updated_at_idx
  on public.conversation_summaries (gym_id, updated_at desc);
create index conversation_summaries_gym_id_label_idx
  on public.conversation_summaries (gym_id, sentiment_label, created_at desc);
create index conversation_summaries_key_topics_idx on public.conversation_summaries using gin (key_topics);
create index conversation_summaries_session_id_gym_id_idx on public.conversation_summaries (session_id, gym_id);
create index conversation_summaries_member_id_gym_id_idx
  on public.conversation_summaries (member_id, gym_id, created_at desc);
create index conversation_summaries_kiosk_id_gym_id_idx on public.conversation_summaries (kiosk_id, gym_id);

-- The claim's token and the embedding stay inside.
grant select (
  id, session_id, gym_id, member_id, kiosk_id, status, attempts, events_version, provider, model, language,
  summary_text, key_topics, sentiment_score, sentiment_label, emotion_detected, intents_detected, action_items,
  needs_review, embedding_model, processed_at, created_at, updated_at
) on public.conversation_summaries to authenticated;
alter table public.conversation_summaries enable row level security;
create policy conversation_summaries_select_transcript on public.conversation_summaries for select to authenticated
  using (gym_id = any ((select private.transcript_gym_ids())::uuid[]));
create policy conversation_summaries_mfa on public.conversation_summaries as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger conversation_summaries_touch before update on public.conversation_summaries
  for each row execute function private.touch_updated_at();

comment on table public.conversation_summaries is
  'Summary, topics and mood of a conversation that may be analysed; a pending row waits for its analysis.';
comment on column public.conversation_summaries.attempts is 'Claims since the last success; the fifth that fails is the last.';
comment on column public.conversation_summaries.retry_at is 'Not claimed again before then, after a failure.';
comment on column public.conversation_summaries.events_version is 'The version of the transcript that the result was made from.';
comment on column public.conversation_summaries.language is 'The language of summary_text: the gym''s.';
comment on column public.conversation_summaries.sentiment_score is 'From -1.00 to 1.00; at most -0.50 is negative, from 0.30 positive.';
comment on column public.conversation_summaries.action_items is 'Array of {code, params}.';
