-- A repeated attempt at a mail leads to the link that the first attempt made (rule A1: natural keys of effects).

create function public.find_mail_link(p_id uuid, p_claim_token uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('token_hash', made.token_hash, 'type', made.type)
  from private.outgoing_mails m
  join auth.users u on u.email = m.email
  cross join lateral (
    values
      (u.recovery_token, case m.kind when 'reset' then 'recovery' else 'magiclink' end, u.recovery_sent_at),
      (case m.kind when 'invitation' then u.confirmation_token end, 'invite', u.confirmation_sent_at)
  ) made (token_hash, type, made_at)
  where m.id = p_id and m.claim_token = p_claim_token and m.state = 'pending' and m.kind in ('invitation', 'reset')
    and made.token_hash <> '' and made.made_at >= m.created_at and made.made_at > now() - interval '30 minutes'
  order by made.made_at desc
  limit 1
$$;
comment on function public.find_mail_link(uuid, uuid) is
  'The unused link made for this person since the mail was queued: {token_hash, type}; null when there is none or the claim is somebody else''s. Making another would end one that may have arrived.';

grant execute on function public.find_mail_link(uuid, uuid) to service_role;
