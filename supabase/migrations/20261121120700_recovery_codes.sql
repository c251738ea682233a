-- Ten codes for whoever loses their authenticator. The app hashes them with its key; the database never sees one.

create table private.recovery_codes (
  user_id uuid not null references auth.users (id) on delete cascade,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (user_id, code_hash)
);
comment on table private.recovery_codes is 'Keyed hashes of the codes that stand in, once, for a lost authenticator.';
alter table private.recovery_codes enable row level security;
create policy recovery_codes_nobody on private.recovery_codes to public using (false);

create table private.auth_attempts (
  user_id uuid not null references auth.users (id) on delete cascade,
  kind text not null check (kind in ('recovery_code')),
  wrong integer not null default 0,
  started_at timestamptz not null default now(),
  primary key (user_id, kind)
);
comment on table private.auth_attempts is 'Wrong tries of a person since started_at; its row lock orders tries that come at once.';
alter table private.auth_attempts enable row level security;
create policy auth_attempts_nobody on private.auth_attempts to public using (false);

create function private.begin_attempt(p_kind text) returns private.auth_attempts
language sql security definer set search_path = ''
as $$
  insert into private.auth_attempts as a (user_id, kind) values (auth.uid(), p_kind)
  on conflict (user_id, kind) do update set
    wrong = case when a.started_at > now() - interval '15 minutes' then a.wrong else 0 end,
    started_at = case when a.started_at > now() - interval '15 minutes' and a.wrong > 0 then a.started_at else now() end
  returning *
$$;
comment on function private.begin_attempt(text) is
  'The caller''s wrong tries of the running 15 minutes, which begin with the first wrong one; locked until the transaction ends.';

create function private.mail_oneself(p_kind text) returns void
language sql security definer set search_path = ''
as $$
  -- To the address the product knows: whoever took over a sign-in might have changed the one at Auth.
  select private.queue_mail(p_kind, coalesce(u.email, lower(a.email::text)), coalesce(u.language, 'fr'),
    jsonb_strip_nulls(jsonb_build_object('full_name', u.full_name, 'at', now(), 'user_agent', left(s.user_agent, 400))))
  from auth.users a
  left join public.users u on u.id = a.id
  left join auth.sessions s on s.id = (auth.jwt() ->> 'session_id')::uuid
  where a.id = auth.uid() and coalesce(u.email, a.email) is not null
$$;
comment on function private.mail_oneself(text) is 'Queues a mail about the caller''s own security to the caller.';

create function private.note_factor(p_action text default null) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  person public.users;
begin
  update public.users u set mfa_enabled = private.has_factor(u.id)
  where u.id = auth.uid() and u.mfa_enabled <> private.has_factor(u.id);
  if p_action is not null then
    select * into person from public.users u where u.id = auth.uid();
    perform private.write_audit(person.gym_id, person.franchise_id, p_action, 'users', auth.uid(), '{}');
  end if;
end $$;
comment on function private.note_factor(text) is
  'Brings users.mfa_enabled up to the caller''s factors, and writes an act into the audit of their scope.';

create function public.replace_recovery_codes(p_hashes text[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_fresh_factor();
  if not private.has_factor(auth.uid()) then
    perform private.refuse('mfa_required');
  elsif (
    select count(distinct h) = 10 and bool_and(h ~ '^[0-9a-f]{64}$') and cardinality(p_hashes) = 10
    from unnest(p_hashes) h
  ) is not true then
    perform private.refuse('invalid_input', 'hashes');
  end if;
  perform private.begin_attempt('recovery_code');
  delete from private.recovery_codes c where c.user_id = auth.uid();
  insert into private.recovery_codes (user_id, code_hash) select auth.uid(), h from unnest(p_hashes) h;
  perform private.note_factor('replace_recovery_codes');
end $$;
comment on function public.replace_recovery_codes(text[]) is
  'Replaces all of the caller''s codes by ten others, given as keyed hashes. Raises mfa_required, mfa_stale (no code of the authenticator within 10 minutes), invalid_input (hashes).';

create function public.recovery_codes_left() returns integer
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  return (select count(*) from private.recovery_codes c where c.user_id = auth.uid() and c.used_at is null);
end $$;
comment on function public.recovery_codes_left() is 'How many of the caller''s codes are unused.';

create function public.redeem_recovery_code(p_hash text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  attempt private.auth_attempts;
begin
  perform private.require_session();
  attempt := private.begin_attempt('recovery_code');
  if attempt.wrong >= 5 then
    return jsonb_build_object('ok', false, 'reason', 'rate_limited',
      'retry_after_s', ceil(extract(epoch from attempt.started_at + interval '15 minutes' - now()))::integer);
  end if;
  update private.recovery_codes c set used_at = now()
  where c.user_id = auth.uid() and c.code_hash = p_hash and c.used_at is null;
  if not found then
    -- Counted by an answer: an exception would take the count back.
    update private.auth_attempts a set wrong = a.wrong + 1 where a.user_id = auth.uid() and a.kind = 'recovery_code';
    return '{"ok": false, "reason": "wrong"}';
  end if;
  delete from private.recovery_codes c where c.user_id = auth.uid() and c.used_at is null;
  delete from private.auth_attempts a where a.user_id = auth.uid() and a.kind = 'recovery_code';
  delete from auth.mfa_factors f where f.user_id = auth.uid();
  delete from auth.sessions s where s.user_id = auth.uid() and s.id <> (auth.jwt() ->> 'session_id')::uuid;
  perform private.note_factor('recovery_used');
  perform private.mail_oneself('recovery_used');
  return '{"ok": true}';
end $$;
comment on function public.redeem_recovery_code(text) is
  'Gives up the lost factor for one code: the factors, the other codes and every other sign-in of the caller are gone, and the caller is told by mail. {ok: true}, or {ok: false, reason: wrong | rate_limited, retry_after_s}; 5 wrong ones lock for the rest of their 15 minutes. Answers before the second factor.';

grant execute on function public.replace_recovery_codes(text[]), public.recovery_codes_left(),
  public.redeem_recovery_code(text) to authenticated;
