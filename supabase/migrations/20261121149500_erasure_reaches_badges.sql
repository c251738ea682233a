-- What a read keeps of a badge's number, and the badge that a reader is learned with, go with the person too.

create or replace function private.erase_people(p_ids uuid[]) returns jsonb
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
  update public.badge_scans b set badge_hash = null, badge_form = null, badge_tail = null, member_id = null, member_gym_id = null
  where b.member_id = any (p_ids) or (b.badge_hash = any (hashes) and b.member_id is null and b.gym_id = any (gyms));
  update private.conversation_archive a set member_id = null, key_topics = null where a.member_id = any (p_ids);
  delete from private.badge_captures c where c.expected_hashes && hashes;
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
