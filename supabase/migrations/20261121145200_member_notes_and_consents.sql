-- What the desk writes down about a member: notes, contacts with their outcome, consents on paper.

create function private.require_desk(p_gym_id uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  if p_gym_id <> all (private.acting_gym_ids()) then
    perform private.refuse(case when private.gym_is_suspended(p_gym_id) then 'customer_suspended' else 'forbidden' end);
  end if;
end $$;
comment on function private.require_desk(uuid) is
  'Passes for a gym where the caller acts at the desk; raises mfa_required, not_found, forbidden, customer_suspended.';

create function private.require_note(p_kind text, p_outcome text, p_text text) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  if p_kind is null or p_kind not in ('note', 'call', 'message', 'visit') then
    perform private.refuse('invalid_input', 'kind');
  elsif (p_kind = 'note') <> (p_outcome is null)
    or p_outcome not in ('reached', 'no_answer', 'left_message', 'call_back', 'stays', 'leaves') then
    perform private.refuse('invalid_input', 'outcome');
  elsif length(p_text) > 2000 or (p_kind = 'note' and nullif(btrim(p_text), '') is null) then
    perform private.refuse('invalid_input', 'text');
  end if;
end $$;
comment on function private.require_note(text, text, text) is 'Raises invalid_input (kind, outcome, text): a note has a text, a contact an outcome.';

create function public.add_note(p_member_id uuid, p_kind text, p_text text default null, p_outcome text default null) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  gym uuid := (select m.gym_id from public.gym_members_v2 m where m.id = p_member_id);
  made uuid;
begin
  perform private.require_desk(gym);
  perform private.require_note(p_kind, p_outcome, p_text);
  perform from public.gym_members_v2 m where m.id = p_member_id and m.deleted_at is null for key share;
  if not found then
    perform private.refuse('conflict', 'deleted');
  end if;
  insert into public.member_notes (gym_id, member_id, kind, outcome, text, author_id)
  values (gym, p_member_id, p_kind, p_outcome, nullif(btrim(p_text), ''), (select auth.uid())) returning id into made;
  return made;
end $$;
comment on function public.add_note(uuid, text, text, text) is
  'Adds a note, or a call, message or talk with its outcome; answers the id. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (deleted), invalid_input (kind, outcome, text).';

create function private.may_change_note(p_note public.member_notes) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return p_note.author_id = (select auth.uid()) and (
    select (p_note.created_at at time zone g.timezone)::date = (now() at time zone g.timezone)::date
    from public.gyms g where g.id = p_note.gym_id
  );
end $$;
comment on function private.may_change_note(public.member_notes) is 'One''s own note, until the gym''s day is over.';

create function private.lock_note(p_note_id uuid) returns public.member_notes
language plpgsql security definer set search_path = ''
as $$
declare
  note public.member_notes;
begin
  perform private.require_desk((select n.gym_id from public.member_notes n where n.id = p_note_id));
  select * into note from public.member_notes n where n.id = p_note_id for update;
  return note;
end $$;
comment on function private.lock_note(uuid) is 'A note of a gym where the caller acts, locked; raises what private.require_desk raises.';

create function public.edit_note(p_note_id uuid, p_text text, p_outcome text default null) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  note public.member_notes := private.lock_note(p_note_id);
begin
  if not private.may_change_note(note) then
    perform private.refuse('forbidden');
  elsif note.deleted_at is not null then
    perform private.refuse('conflict', 'deleted');
  end if;
  perform private.require_note(note.kind, coalesce(p_outcome, note.outcome), p_text);
  update public.member_notes n set text = nullif(btrim(p_text), ''), outcome = coalesce(p_outcome, n.outcome), edited_at = now()
  where n.id = note.id;
end $$;
comment on function public.edit_note(uuid, text, text) is
  'Changes one''s own note on the day it was written. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (deleted), invalid_input (outcome, text).';

create function public.set_note_deleted(p_note_id uuid, p_deleted boolean) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  note public.member_notes := private.lock_note(p_note_id);
begin
  if not private.may_change_note(note) and note.gym_id <> all (private.manageable_gym_ids()) then
    perform private.refuse('forbidden');
  elsif p_deleted is null or (note.deleted_at is not null) = p_deleted then
    perform private.refuse('conflict', 'deleted');
  end if;
  update public.member_notes n set deleted_at = case when p_deleted then now() end where n.id = note.id;
end $$;
comment on function public.set_note_deleted(uuid, boolean) is
  'Deletes a note, or takes that back within a day: one''s own of today, any for those who manage. Raises mfa_required, not_found, forbidden, customer_suspended, conflict.';

create function private.consent_text(p_gym_id uuid, p_purpose text, p_language text) returns public.consent_texts
language sql stable security definer set search_path = ''
as $$
  select t from public.consent_texts t
  where t.gym_id = p_gym_id and t.purpose = p_purpose and t.language = p_language and t.valid_from <= clock_timestamp()
  order by t.valid_from desc, t.id limit 1
$$;
comment on function private.consent_text(uuid, text, text) is 'The gym''s own text of a purpose that is in force; null while it uses JARVIS''s.';

create function public.record_consent(
  p_member_id uuid, p_purpose text, p_granted boolean, p_language text, p_version text
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  gym uuid := (select m.gym_id from public.gym_members_v2 m where m.id = p_member_id);
  made uuid;
begin
  perform private.require_desk(gym);
  if p_purpose is null or p_purpose not in ('talk', 'analyse', 'remember', 'health') then
    perform private.refuse('invalid_input', 'purpose');
  elsif p_granted is null then
    perform private.refuse('invalid_input', 'granted');
  elsif p_language is null or p_language not in ('fr', 'en', 'es') then
    perform private.refuse('invalid_input', 'language');
  elsif coalesce(length(p_version), 0) not between 1 and 40 then
    perform private.refuse('invalid_input', 'version');
  end if;
  -- Two answers at once stand one after the other, and the newer holds.
  perform from public.gym_members_v2 m where m.id = p_member_id and m.deleted_at is null for no key update;
  if not found then
    perform private.refuse('conflict', 'deleted');
  end if;
  insert into public.member_consents (gym_id, member_id, purpose, granted, version, language, source, recorded_by)
  values (gym, p_member_id, p_purpose, p_granted, coalesce((private.consent_text(gym, p_purpose, p_language)).version, p_version),
    p_language, 'desk', (select auth.uid()))
  returning id into made;
  return made;
end $$;
comment on function public.record_consent(uuid, text, boolean, text, text) is
  'Writes down what a member answered on paper at the desk; withdrawing "health" clears what it held. Answers the id. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (deleted), invalid_input (purpose, granted, language, version). p_version is that of JARVIS''s own text, for a gym without one.';

grant execute on function public.add_note(uuid, text, text, text), public.edit_note(uuid, text, text),
  public.set_note_deleted(uuid, boolean), public.record_consent(uuid, text, boolean, text, text) to authenticated;
