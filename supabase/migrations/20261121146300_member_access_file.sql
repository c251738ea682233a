-- The access file (GDPR art. 15 and 20): everything kept of one person, for the person. Numbers of rows, people of the
-- team, prints of badges and vectors say nothing to a reader and stay out.

create function private.told_columns(p_relation regclass) returns text[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return array(
    select a.attname::text from pg_catalog.pg_attribute a
    where a.attrelid = p_relation and a.attnum > 0 and not a.attisdropped
      and a.atttypid not in ('uuid'::regtype, 'uuid[]'::regtype, 'tsvector'::regtype, 'extensions.vector'::regtype)
      and a.attname <> all ('{badge_hash,sort_name,causes,cost_usd,events_version,last_seq,last_event_at,attempts,claimed_at,retry_at,error,updated_at,embedding_model}'::text[])
    order by a.attnum
  );
end $$;
comment on function private.told_columns(regclass) is 'The columns of a table that the access file tells.';

create function private.told(p_relation regclass, p_row jsonb) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_object_agg(c.name, p_row -> c.name), '{}')
    from unnest(private.told_columns(p_relation)) c (name)
    where p_row -> c.name is distinct from 'null'
  );
end $$;
comment on function private.told(regclass, jsonb) is 'A row with the columns that the access file tells and that are filled.';

create function private.told_rows(p_relation regclass, p_key name, p_ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  rows jsonb;
  dated text := (
    select quote_ident(a.attname) from pg_catalog.pg_attribute a
    where a.attrelid = p_relation and not a.attisdropped
      and a.attname = any ('{started_at,scanned_at,valid_from,created_at,updated_at}'::name[])
    order by array_position('{started_at,scanned_at,valid_from,created_at,updated_at}'::name[], a.attname) limit 1
  );
begin
  execute format('select coalesce(jsonb_agg(private.told(%L::regclass, to_jsonb(t)) order by %s), ''[]'') from %s t where t.%I = any ($1)',
    p_relation, coalesce('t.' || dated, '1'), p_relation, p_key) into rows using p_ids;
  return rows;
end $$;
comment on function private.told_rows(regclass, name, uuid[]) is 'What a table holds of these members, oldest first.';

create function private.told_conversations(p_ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  readable uuid[] := private.transcript_gym_ids();
begin
  return (
    select coalesce(jsonb_agg(
      jsonb_build_object('gym', g.name)
      || private.told('public.openai_realtime_sessions', to_jsonb(s))
      || case when s.gym_id <> all (readable) then '{"words_withheld": true}' else jsonb_build_object(
        'summary', (select private.told('public.conversation_summaries', to_jsonb(q)) from public.conversation_summaries q where q.session_id = s.id),
        'transcript', (
          select coalesce(jsonb_agg(private.told('public.conversation_events', to_jsonb(e)) order by e.at, e.seq, e.source), '[]')
          from public.conversation_events e where e.session_id = s.id
        ),
        'requests', (
          select coalesce(jsonb_agg(private.told('private.tool_calls', to_jsonb(c)) - 'tool_call_id' order by c.created_at), '[]')
          from private.tool_calls c where c.session_id = s.id
        )
      ) end order by s.started_at), '[]')
    from public.openai_realtime_sessions s
    join public.gyms g on g.id = s.gym_id
    where s.id = any (private.conversations_of(p_ids))
  );
end $$;
comment on function private.told_conversations(uuid[]) is
  'Conversations with summary, transcript and requests; words_withheld where the caller may not read them (rule T6).';

create function private.told_sections(p_ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  one record;
  sections jsonb;
begin
  sections := jsonb_build_object(
    'visits', (
      select coalesce(jsonb_agg(jsonb_build_object('gym', g.name) || private.told('public.gym_visits', to_jsonb(v)) order by v.started_at), '[]')
      from public.gym_visits v join public.gyms g on g.id = v.gym_id where v.member_id = any (p_ids)
    ),
    'scans', (
      select coalesce(jsonb_agg(jsonb_build_object('gym', g.name) || private.told('public.badge_scans', to_jsonb(b)) order by b.scanned_at), '[]')
      from public.badge_scans b join public.gyms g on g.id = b.gym_id where b.member_id = any (p_ids)
    ),
    'bookings', (
      select coalesce(jsonb_agg(jsonb_build_object('class', c.name, 'starts_at', o.starts_at)
        || private.told('public.class_bookings', to_jsonb(k)) order by o.starts_at), '[]')
      from public.class_bookings k
      join public.class_occurrences o on o.id = k.occurrence_id
      join public.gym_classes c on c.id = o.class_id
      where k.member_id = any (p_ids)
    ),
    'consents', (
      select coalesce(jsonb_agg(private.told('public.member_consents', to_jsonb(k)) || coalesce((
          -- After a move the words are those of the gym that asked.
          select jsonb_build_object('text', t.text) from public.consent_texts t
          where t.purpose = k.purpose and t.version = k.version and t.language = k.language
            and t.gym_id in (select m.gym_id from public.gym_members_v2 m where m.id = any (p_ids))
          order by t.gym_id <> k.gym_id limit 1
        ), '{}') order by k.created_at), '[]')
      from public.member_consents k where k.member_id = any (p_ids)
    ),
    'conversations', private.told_conversations(p_ids),
    'imports', (
      select coalesce(jsonb_agg(jsonb_build_object('filename', i.filename) || private.told('private.import_changes', to_jsonb(c))
        order by c.created_at), '[]')
      from private.import_changes c join public.member_imports i on i.id = c.import_id where c.member_id = any (p_ids)
    )
  );
  for one in
    select r.* from private.member_references() r
    where not sections ? private.trace_kind(r.relation)
      and r.relation not in ('public.conversation_summaries'::regclass, 'public.gym_members_v2'::regclass, 'private.member_moves'::regclass)
  loop
    sections := sections || jsonb_build_object(private.trace_kind(one.relation),
      private.told_rows(one.relation, one.key_column, p_ids));
  end loop;
  return sections;
end $$;
comment on function private.told_sections(uuid[]) is
  'By kind the rows of every table that points at these members; a table of tomorrow is there under its own name.';

create function public.member_access_file(p_member_id uuid, p_checked text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.gym_members_v2;
  people uuid[];
begin
  perform private.require_manager((select m.gym_id from public.gym_members_v2 m where m.id = p_member_id));
  if p_checked is null or p_checked not in ('at_desk', 'by_document', 'by_call_back') then
    perform private.refuse('invalid_input', 'checked');
  end if;
  select * into member from public.gym_members_v2 m where m.id = p_member_id;
  people := private.same_person(p_member_id);
  perform private.write_audit(member.gym_id, null, 'access_file', 'gym_members_v2', member.id, array[p_checked]);
  return (
    select jsonb_build_object(
      'schema', 'jarvis.member-access-file', 'version', 1, 'made_at', now(), 'checked', p_checked,
      'language', coalesce((select p.language from public.member_preferences p where p.member_id = member.id), g.locale),
      'gym', jsonb_strip_nulls(jsonb_build_object('name', g.name, 'city', g.city, 'address', g.address, 'phone', g.phone,
        'timezone', g.timezone)),
      'person', private.told('public.gym_members_v2', to_jsonb(member)),
      'former', (
        select coalesce(jsonb_agg(jsonb_build_object('gym', h.name) || private.told('public.gym_members_v2', to_jsonb(m)) order by m.created_at), '[]')
        from public.gym_members_v2 m join public.gyms h on h.id = m.gym_id where m.id = any (people) and m.id <> member.id
      ),
      'sections', private.told_sections(people)
    )
    from public.gyms g where g.id = member.gym_id
  );
end $$;
comment on function public.member_access_file(uuid, text) is
  'Everything kept of a member, the rows of earlier gyms included: {schema, version, made_at, checked, language, gym, person, former, sections: rows by kind}. p_checked says how the identity was checked (at_desk, by_document, by_call_back); it and the caller are audited. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (checked).';

create function public.get_member_rights(p_member_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  member public.gym_members_v2;
  move private.member_moves;
begin
  perform private.require_manager((select m.gym_id from public.gym_members_v2 m where m.id = p_member_id));
  select * into member from public.gym_members_v2 m where m.id = p_member_id;
  select * into move from private.member_moves m where m.to_member_id = member.id;
  return jsonb_build_object(
    'first_name', member.first_name,
    'is_deleted', member.deleted_at is not null,
    'traces', private.traces_of(private.same_person(member.id)),
    'asked_to_be_forgotten_at', (
      select max(a.created_at) from public.manager_alerts a
      where a.member_id = member.id and a.status in ('pending', 'in_progress') and a.alert_type = 'staff_call'
        and (a.context #>> '{params,reason}' = 'forget_me'
          or a.context @> '{"reasons": [{"params": {"reason": "forget_me"}}]}')
    ),
    'came_from', (
      select jsonb_build_object('gym', g.name, 'moved_at', move.moved_at,
        'may_undo', move.moved_at > now() - interval '1 day' and o.gym_id = any (private.manageable_gym_ids())
          and private.is_untouched_since(member.id, move.moved_at))
      from public.gym_members_v2 o join public.gyms g on g.id = o.gym_id where o.id = move.from_member_id
    ),
    'went_to', (
      select jsonb_build_object('gym', g.name, 'member_id', n.id, 'moved_at', m.moved_at)
      from private.member_moves m
      join public.gym_members_v2 n on n.id = m.to_member_id join public.gyms g on g.id = n.gym_id
      where m.from_member_id = member.id
    ),
    'gyms', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'name', g.name, 'city', g.city,
        'external_id_taken', exists (
          select from public.gym_members_v2 o
          where o.gym_id = g.id and o.external_id = member.external_id and o.deleted_at is null
        ),
        'badges_taken', (
          select count(distinct b.badge_hash) from public.member_badges b
          join public.member_badges t on t.gym_id = g.id and t.badge_hash = b.badge_hash and t.valid_to is null
          where b.member_id = member.id and b.valid_to is null
        ),
        'has_namesake', exists (
          select from public.gym_members_v2 o
          where o.gym_id = g.id and o.sort_name = member.sort_name and o.deleted_at is null
        )
      ) order by g.name), '[]')
      from public.gyms g where g.id = any (private.movable_gyms(member))
    ),
    'bookings_ahead', (
      select count(*) from public.class_bookings k
      join public.class_occurrences o on o.id = k.occurrence_id
      where k.member_id = member.id and k.status <> 'cancelled' and o.starts_at > now()
    )
  );
end $$;
comment on function public.get_member_rights(uuid) is
  'What the rights of a member reach, before anything is done: {first_name, is_deleted, traces, asked_to_be_forgotten_at, came_from, went_to, gyms (where to they may move, with what collides), bookings_ahead}. Raises mfa_required, not_found, forbidden, customer_suspended.';

grant execute on function public.member_access_file(uuid, text), public.get_member_rights(uuid) to authenticated;
