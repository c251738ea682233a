-- Claim, extend, finish, fail, retry: the life of a pending summary (rule A1).

create function public.claim_conversations(p_limit integer default 10) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  claimed uuid[];
begin
  update public.conversation_summaries q set
    status = 'failed', claim_token = null, claimed_at = null, error = coalesce(q.error, 'the analysis never answered')
  where q.status = 'processing' and q.claimed_at < now() - interval '2 minutes' and q.attempts >= 5;

  with ready as (
    select q.id from public.conversation_summaries q
    where ((q.status = 'pending' and coalesce(q.retry_at <= now(), true))
        or (q.status = 'processing' and q.claimed_at < now() - interval '2 minutes'))
      and private.conversation_is_complete(q.session_id)
    order by q.created_at, q.id
    limit least(greatest(coalesce(p_limit, 10), 1), 50)
    for update skip locked
  ),
  taken as (
    update public.conversation_summaries q set
      status = 'processing', claim_token = gen_random_uuid(), claimed_at = now(), attempts = q.attempts + 1
    from ready where q.id = ready.id
    returning q.id
  )
  select array_agg(taken.id) into claimed from taken;

  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'session_id', q.session_id, 'claim_token', q.claim_token, 'events_version', s.events_version,
      'language', s.language, 'gym_locale', g.locale, 'member_present', s.member_id is not null,
      'events', (
        select coalesce(jsonb_agg(
          jsonb_build_object('source', e.source, 'kind', e.kind, 'text', e.text, 'payload', e.payload)
          order by e.at, e.seq, e.source
        ), '[]')
        from public.conversation_events e where e.session_id = q.session_id
      )
    ) order by q.created_at, q.id), '[]')
    from public.conversation_summaries q
    join public.openai_realtime_sessions s on s.id = q.session_id
    join public.gyms g on g.id = q.gym_id
    where q.id = any (claimed)
  );
end $$;
comment on function public.claim_conversations(integer) is
  'Up to p_limit (1 to 50) conversations to analyse, oldest first: [{session_id, claim_token, events_version, language, gym_locale, member_present, events}]. A claim holds 2 minutes; a fifth one that is not kept is failed.';

create function public.extend_claim(p_session_id uuid, p_claim_token uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update public.conversation_summaries q set claimed_at = now()
  where q.session_id = p_session_id and q.status = 'processing' and q.claim_token = p_claim_token;
  return found;
end $$;
comment on function public.extend_claim(uuid, uuid) is 'Two minutes more from now; false when the claim is somebody else''s by now.';

create function public.finish_conversation(
  p_session_id uuid, p_claim_token uuid, p_events_version integer, p_result jsonb
) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  claim public.conversation_summaries;
  score numeric(3, 2) := (p_result ->> 'sentiment_score')::numeric(3, 2);
begin
  select * into claim from public.conversation_summaries q
  where q.session_id = p_session_id and q.status = 'processing' and q.claim_token = p_claim_token
  for update;
  if claim.id is null then
    return false;
  end if;
  if not private.may_analyse(p_session_id) then
    delete from public.conversation_events e where e.session_id = p_session_id;
    delete from public.conversation_summaries q where q.id = claim.id;
    return false;
  end if;
  if p_events_version is distinct from (
    select s.events_version from public.openai_realtime_sessions s where s.id = p_session_id
  ) then
    update public.conversation_summaries q set status = 'pending', claim_token = null, claimed_at = null, attempts = 0
    where q.id = claim.id;
    return false;
  end if;
  update public.conversation_summaries q set
    status = 'done', claim_token = null, claimed_at = null, retry_at = null, error = null, attempts = 0,
    processed_at = now(), events_version = p_events_version,
    provider = p_result ->> 'provider', model = p_result ->> 'model', language = p_result ->> 'language',
    summary_text = p_result ->> 'summary_text',
    key_topics = array(select jsonb_array_elements_text(p_result -> 'key_topics')),
    sentiment_score = score,
    sentiment_label = case when score <= -0.5 then 'negative' when score >= 0.3 then 'positive' else 'neutral' end,
    emotion_detected = p_result ->> 'emotion_detected',
    intents_detected = array(select jsonb_array_elements_text(p_result -> 'intents_detected')),
    action_items = coalesce(p_result -> 'action_items', '[]'),
    needs_review = coalesce((p_result ->> 'needs_review')::boolean, false),
    embedding = (p_result ->> 'embedding')::extensions.vector(1536),
    embedding_model = p_result ->> 'embedding_model'
  where q.id = claim.id;
  perform public.update_member_analytics(claim.member_id);
  perform public.generate_alerts_if_needed(claim.member_id, p_session_id);
  return true;
end $$;
comment on function public.finish_conversation(uuid, uuid, integer, jsonb) is
  'Writes the summary and all that follows from it in one transaction. False, and nothing written, when the claim is lost, the transcript has moved on (queued again) or the member may no longer be analysed (erased).';

create function public.fail_conversation(p_session_id uuid, p_claim_token uuid, p_error text) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update public.conversation_summaries q set
    status = case when q.attempts >= 5 then 'failed' else 'pending' end,
    claim_token = null, claimed_at = null, error = left(p_error, 1000),
    retry_at = now() + q.attempts * q.attempts * interval '15 seconds'
  where q.session_id = p_session_id and q.status = 'processing' and q.claim_token = p_claim_token;
  return found;
end $$;
comment on function public.fail_conversation(uuid, uuid, text) is
  'Gives a claim back with its error, to be tried again after 15 s, 1, 2 and 4 minutes; after the fifth failure it stays failed.';

create function public.retry_conversation(p_session_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  gym uuid := (select q.gym_id from public.conversation_summaries q where q.session_id = p_session_id);
begin
  perform private.require_gym(gym, private.transcript_gym_ids());
  if private.gym_is_suspended(gym) then
    perform private.refuse('customer_suspended');
  end if;
  update public.conversation_summaries q set status = 'pending', attempts = 0, retry_at = null, error = null
  where q.session_id = p_session_id and q.status = 'failed';
  if not found then
    perform private.refuse('conflict', 'status');
  end if;
  perform private.nudge();
  return '{"status": "pending"}';
end $$;
comment on function public.retry_conversation(uuid) is
  'Queues a failed analysis again: {status}. For those who read the transcript; raises not_found, forbidden, customer_suspended, conflict when it has not failed.';

create function private.require_gym(p_gym_id uuid, p_allowed uuid[]) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  if p_gym_id = any (p_allowed) then
    return;
  end if;
  perform private.refuse(case when p_gym_id = any (private.accessible_gym_ids()) then 'forbidden' else 'not_found' end);
end $$;
comment on function private.require_gym(uuid, uuid[]) is
  'Passes for a gym among those allowed; raises mfa_required, forbidden at a gym of the caller''s, not_found at any other.';

grant execute on function public.claim_conversations(integer), public.extend_claim(uuid, uuid),
  public.finish_conversation(uuid, uuid, integer, jsonb), public.fail_conversation(uuid, uuid, text) to service_role;
grant execute on function public.retry_conversation(uuid) to authenticated;
