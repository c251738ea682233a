-- Erasure (rule P5, GDPR art. 17): what is a person's goes, in one transaction; what is only a number stays without them.

create function private.conversations_of(p_ids uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return array(
    select s.id from public.openai_realtime_sessions s where s.member_id = any (p_ids)
    union
    -- At a sister gym the conversation knows its visitor by the read alone.
    select s.id from public.badge_scans b
    join public.openai_realtime_sessions s on s.scan_id = b.id and s.gym_id = b.gym_id
    where b.member_id = any (p_ids)
  );
end $$;
comment on function private.conversations_of(uuid[]) is 'Every conversation of these members, those at sister gyms too.';

create function private.trace_kind(p_relation regclass) returns text
language sql stable set search_path = ''
as $$
  select case split_part(p_relation::text, '.', cardinality(string_to_array(p_relation::text, '.')))
    when 'gym_visits' then 'visits'
    when 'badge_scans' then 'scans'
    when 'member_badges' then 'badges'
    when 'class_bookings' then 'bookings'
    when 'openai_realtime_sessions' then 'conversations'
    when 'manager_alerts' then 'alerts'
    when 'member_consents' then 'consents'
    when 'member_notes' then 'notes'
    when 'member_contacts' then 'contacts'
    when 'import_changes' then 'imports'
    when 'member_preferences' then 'preferences'
    when 'member_fitness_profile' then 'fitness_profile'
    when 'member_analytics' then 'figures'
    when 'member_talk_base' then 'earlier_conversations'
    when 'conversation_archive' then 'archived_conversations'
    else split_part(p_relation::text, '.', cardinality(string_to_array(p_relation::text, '.')))
  end
$$;
comment on function private.trace_kind(regclass) is 'What a table that points at members is called in the access file and in the receipt.';

create function private.traces_of(p_ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  one record;
  n bigint;
  counted jsonb := jsonb_build_object(
    'conversations', cardinality(private.conversations_of(p_ids)),
    'turns', (select count(*) from public.conversation_events e where e.session_id = any (private.conversations_of(p_ids))),
    'summaries', (select count(*) from public.conversation_summaries q where q.session_id = any (private.conversations_of(p_ids)))
  );
begin
  for one in
    select r.* from private.member_references() r
    where r.relation not in ('public.openai_realtime_sessions'::regclass, 'public.conversation_summaries'::regclass,
      'public.gym_members_v2'::regclass, 'private.member_moves'::regclass)
  loop
    execute format('select count(*) from %s t where t.%I = any ($1)', one.relation, one.key_column) into n using p_ids;
    counted := counted || jsonb_build_object(private.trace_kind(one.relation),
      n + coalesce((counted ->> private.trace_kind(one.relation))::bigint, 0));
  end loop;
  return counted;
end $$;
comment on function private.traces_of(uuid[]) is
  'How many rows of each kind these members have: {visits, scans, conversations, turns, summaries, badges, …}.';

create function private.forget_conversations(p_session_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  one record;
begin
  -- From here on nothing of these conversations is written any more, whatever still arrives.
  update public.openai_realtime_sessions s
  set consent = jsonb_build_object('talk', s.consent -> 'talk', 'analyse', false, 'remember', false)
  where s.id = any (p_session_ids);
  perform private.close_conversation(s.id, 'stop')
  from public.openai_realtime_sessions s where s.id = any (p_session_ids) and s.state <> 'closed';
  for one in
    select distinct c.conrelid::regclass as relation, a.attname as key_column
    from pg_catalog.pg_constraint c
    cross join unnest(c.conkey, c.confkey) pair (child, parent)
    join pg_catalog.pg_attribute p on p.attrelid = c.confrelid and p.attnum = pair.parent and p.attname = 'id'
    join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.child
    where c.contype = 'f' and c.confrelid = 'public.openai_realtime_sessions'::regclass and c.confdeltype = 'c'
      and c.conparentid = 0
  loop
    execute format('delete from %s t where t.%I = any ($1)', one.relation, one.key_column) using p_session_ids;
  end loop;
  -- An alert without a member may still repeat what one said.
  update public.manager_alerts a set context = private.without_words(a.context)
  where (a.context ->> 'session_id' = any (p_session_ids::text[]) or a.causes && p_session_ids::text[])
    and a.context <> private.without_words(a.context);
end $$;
comment on function private.forget_conversations(uuid[]) is
  'Transcripts, summaries with embeddings, dialogs and tool calls go; the bare conversations stay for the counts and the costs.';

create function private.erase_people(p_ids uuid[]) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  reached jsonb := private.traces_of(p_ids);
  conversations uuid[] := private.conversations_of(p_ids);
  hashes text[] := array(select distinct b.badge_hash from public.member_badges b where b.member_id = any (p_ids));
  gyms uuid[] := array(select distinct m.gym_id from public.gym_members_v2 m where m.id = any (p_ids));
  one record;
begin
  perform private.forget_conversations(conversations);
  update public.openai_realtime_sessions s set member_id = null, scan_id = null where s.id = any (conversations);
  -- Reads before the badge was given, or after it was lost, know nobody and still hold its print.
  update public.badge_scans b set badge_hash = null, member_id = null, member_gym_id = null
  where b.member_id = any (p_ids) or (b.badge_hash = any (hashes) and b.member_id is null and b.gym_id = any (gyms));
  update private.conversation_archive a set member_id = null, key_topics = null where a.member_id = any (p_ids);
  for one in
    select r.* from private.member_references() r
    where r.relation not in ('public.gym_visits'::regclass, 'public.badge_scans'::regclass,
      'public.openai_realtime_sessions'::regclass, 'private.conversation_archive'::regclass, 'public.gym_members_v2'::regclass)
  loop
    execute format('delete from %s t where t.%I = any ($1)', one.relation, one.key_column) using p_ids;
  end loop;
  delete from public.gym_members_v2 m where m.id = any (p_ids);
  return reached;
end $$;
comment on function private.erase_people(uuid[]) is
  'Deletes members with all that points at them and answers what was reached. Visits and reads stay as numbers without a person, conversations without words.';

create function public.erase_member(p_member_id uuid, p_confirm text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.gym_members_v2;
  people uuid[];
  reached jsonb;
begin
  perform private.require_manager((select m.gym_id from public.gym_members_v2 m where m.id = p_member_id));
  people := private.same_person(p_member_id);
  perform from public.gym_members_v2 m where m.id = any (people) order by m.id for update;
  select * into member from public.gym_members_v2 m where m.id = p_member_id;
  if member.id is null then
    perform private.refuse('not_found');
  elsif private.fold(btrim(p_confirm)) <> private.fold(btrim(member.first_name)) or btrim(coalesce(p_confirm, '')) = '' then
    perform private.refuse('invalid_input', 'confirm');
  end if;
  perform private.write_audit(m.gym_id, null, 'erase', 'gym_members_v2', m.id, '{}')
  from public.gym_members_v2 m where m.id = any (people);
  reached := private.erase_people(people);
  return jsonb_build_object('erased_at', now(), 'reached', reached);
end $$;
comment on function public.erase_member(uuid, text) is
  'Erases a member at once, with the rows of earlier gyms, once the first name is typed again: {erased_at, reached: counts by kind}. There is no way back. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (confirm).';

grant execute on function public.erase_member(uuid, text) to authenticated;
