create type public.user_role as enum ('super_admin', 'franchise_owner', 'gym_manager', 'gym_staff');

-- franchises

create table public.franchises (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 120),
  city text,
  status text not null default 'active' check (status in ('active', 'suspended', 'trial')),
  subscription_plan text not null default 'starter' check (subscription_plan in ('starter', 'pro', 'enterprise')),
  shares_access boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.franchises is 'Customers with several gyms.';
comment on column public.franchises.shares_access is 'A member of one gym is let in at the sister gyms.';

alter table public.franchises enable row level security;

create trigger franchises_touch before update on public.franchises
  for each row execute function private.touch_updated_at();

-- gyms

create table public.gyms (
  id uuid primary key default gen_random_uuid(),
  franchise_id uuid references public.franchises (id) on delete restrict,
  name text not null check (char_length(name) between 1 and 120),
  city text,
  address text,
  phone text,
  status text not null default 'active' check (status in ('active', 'maintenance', 'suspended')),
  opening_hours jsonb not null default '[]',
  timezone text not null default 'Europe/Paris',
  locale text not null default 'fr' check (locale in ('fr', 'en', 'es')),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  address_form text not null default 'tu' check (address_form in ('tu', 'vous')),
  facilities text[] not null default '{}',
  price_note text,
  bookings_by text not null default 'jarvis' check (bookings_by in ('jarvis', 'staff')),
  owner_reads_conversations boolean not null default false,
  conversation_minutes integer not null default 5 check (conversation_minutes between 1 and 15),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint gyms_opening_hours_shape check (
    jsonb_typeof(opening_hours) = 'array'
    and jsonb_array_length(opening_hours) = jsonb_array_length(jsonb_path_query_array(
      opening_hours,
      '$[*] ? (@.weekday >= 1 && @.weekday <= 7 && @.weekday.floor() == @.weekday
        && @.open like_regex "^([01][0-9]|2[0-3]):[0-5][0-9]$"
        && @.close like_regex "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")'
    ))
  )
);
comment on table public.gyms is 'Places with members and kiosks; without a franchise the gym is the customer itself.';
comment on column public.gyms.opening_hours is 'Array of {weekday 1 (Monday) to 7, open HH:MM, close HH:MM}.';
comment on column public.gyms.owner_reads_conversations is 'The customer allows the franchise owner to read them (rule T6).';
comment on column public.gyms.bookings_by is 'Who masters bookings: staff turns book_class into a request (rule V5).';

create index gyms_franchise_id_idx on public.gyms (franchise_id);

alter table public.gyms enable row level security;

create function private.check_gym_timezone()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform pg_catalog.now() at time zone new.timezone;
  return new;
exception when invalid_parameter_value then
  raise exception using errcode = 'P0001', message = 'invalid_input', detail = 'timezone',
    hint = 'Name a time zone of the IANA list, such as Europe/Paris.';
end $$;
comment on function private.check_gym_timezone() is 'Row trigger: refuses a time zone that the database does not know.';

create trigger gyms_check_timezone before insert or update of timezone on public.gyms
  for each row execute function private.check_gym_timezone();
create trigger gyms_touch before update on public.gyms
  for each row execute function private.touch_updated_at();

-- users

create table public.users (
  id uuid primary key references auth.users (id) on delete cascade,
  email text not null unique check (email = lower(email)),
  full_name text not null check (char_length(full_name) between 1 and 120),
  role public.user_role not null,
  franchise_id uuid references public.franchises (id) on delete restrict,
  gym_id uuid references public.gyms (id) on delete restrict,
  language text not null default 'fr' check (language in ('fr', 'en', 'es')),
  mfa_enabled boolean not null default false,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_role_has_its_scope check (
    case role
      when 'super_admin' then franchise_id is null and gym_id is null
      when 'franchise_owner' then franchise_id is not null and gym_id is null
      else franchise_id is null and gym_id is not null
    end
  )
);
comment on table public.users is 'People who sign in; role and scope are read by the private helpers only (rule T6).';

create index users_franchise_id_idx on public.users (franchise_id);
create index users_gym_id_idx on public.users (gym_id);

alter table public.users enable row level security;

create trigger users_touch before update on public.users
  for each row execute function private.touch_updated_at();
