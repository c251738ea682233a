-- What the demo data is drawn with: a schema that the last file drops again.
create schema demo;

-- 0 … 1, the same for the same seed on every machine.
create function demo.chance(p_seed text) returns float8 language sql immutable parallel safe
as $$ select (hashtextextended(p_seed, 7) & 9007199254740991)::float8 / 9007199254740992 $$;

-- The same from numbers, which is what the big tables use: p_number is somebody's `dice`.
create function demo.roll(p_number bigint, p_throw bigint) returns float8 language sql immutable parallel safe
as $$ select (hashint8extended(p_number, p_throw) & 9007199254740991)::float8 / 9007199254740992 $$;

create function demo.id(p_name text) returns uuid language sql immutable parallel safe
as $$ select md5('jarvis demo ' || p_name)::uuid $$;

create function demo.pick(p_list text[], p_seed text) returns text language sql immutable parallel safe
as $$ select p_list[1 + floor(demo.chance(p_seed) * array_length(p_list, 1))::int] $$;

-- How a week of a gym runs: share of the day in the week (1 = an average day), and the cumulated share of entries by
-- hour from 6 to 22 o'clock; figures derived from ten clubs' hourly counts.
create table demo.curve (weekday int primary key, day_share float8 not null, cumulated float8[] not null);
insert into demo.curve values
  (1, 1.249, array[0.077, 0.119, 0.154, 0.197, 0.233, 0.284, 0.392, 0.446, 0.484, 0.532, 0.607, 0.773, 0.907, 0.968, 0.995, 1.0, 1.0]::float8[]),
  (2, 1.367, array[0.11, 0.164, 0.198, 0.235, 0.267, 0.315, 0.421, 0.476, 0.513, 0.555, 0.622, 0.779, 0.907, 0.97, 0.995, 1.0, 1.0]::float8[]),
  (3, 1.305, array[0.106, 0.159, 0.198, 0.242, 0.275, 0.324, 0.43, 0.487, 0.524, 0.568, 0.641, 0.787, 0.91, 0.971, 0.996, 1.0, 1.0]::float8[]),
  (4, 1.182, array[0.107, 0.165, 0.202, 0.243, 0.278, 0.328, 0.436, 0.494, 0.533, 0.58, 0.653, 0.803, 0.916, 0.976, 0.997, 1.0, 1.0]::float8[]),
  (5, 0.949, array[0.126, 0.193, 0.243, 0.299, 0.345, 0.398, 0.517, 0.578, 0.623, 0.679, 0.755, 0.878, 0.952, 0.989, 1.0, 1.0, 1.0]::float8[]),
  (6, 0.559, array[0.015, 0.074, 0.19, 0.335, 0.449, 0.545, 0.628, 0.69, 0.758, 0.834, 0.927, 0.987, 1.0, 1.0, 1.0, 1.0, 1.0]::float8[]),
  (7, 0.389, array[0.0, 0.004, 0.071, 0.191, 0.307, 0.439, 0.54, 0.626, 0.705, 0.796, 0.901, 0.982, 1.0, 1.0, 1.0, 1.0, 1.0]::float8[]);

-- The number printed on a demo badge: the decimal form of a 4-byte UID that is not a random one (never 08…).
create function demo.badge_number(p_gym text, p_n int) returns text language sql immutable
as $$ select lpad((671088640 + floor(demo.chance('badge ' || p_gym || ' ' || p_n) * 3000000000)::bigint)::text, 10, '0') $$;

-- The keyed hash that the app makes of the canonical form: lower-case hex of the UID.
create function demo.badge_hash(p_number text) returns text language sql stable
as $$
  select encode(sha256(decode(current_setting('jarvis.badge_opad'), 'hex') || sha256(
    decode(current_setting('jarvis.badge_ipad'), 'hex')
    || convert_to('badge:' || lpad(to_hex(p_number::bigint), 8, '0'), 'UTF8'))), 'hex')
$$;
