-- What the backend would have mailed; the page /mailbox shows it.
create schema if not exists mailbox;

create table if not exists mailbox.messages (
  id uuid primary key default gen_random_uuid(),
  place bigint generated always as identity unique,
  sender text not null,
  recipients text[] not null,
  subject text not null,
  body_text text,
  body_html text,
  idempotency_key text unique,
  payload_hash text,
  created_at timestamptz not null default now()
);
create index if not exists messages_recipients_idx on mailbox.messages using gin (recipients);

alter table mailbox.messages enable row level security;
drop policy if exists messages_nobody on mailbox.messages;
create policy messages_nobody on mailbox.messages using (false);
