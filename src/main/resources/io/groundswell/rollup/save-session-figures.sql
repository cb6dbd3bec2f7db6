-- Adds to figures of sessions.
-- in   :site bigint, and one element of each for each figure: :kinds (numbers) :days :keys (uuids) :values :sessions :bounces
--      :durations :events (counts to be added) text[], :users bytea[] (null where they stay as they are)
insert into session_figure as old (site_number, kind, day, value_key, sessions, bounces, duration, events, value, users)
select :site, t.kind, t.day, t.value_key, t.sessions, t.bounces, t.duration, t.events, t.value, t.users
from unnest(
    cast(cast(:kinds as text[]) as smallint[]),
    cast(cast(:days as text[]) as date[]),
    cast(cast(:keys as text[]) as uuid[]),
    cast(cast(:sessions as text[]) as bigint[]),
    cast(cast(:bounces as text[]) as bigint[]),
    cast(cast(:durations as text[]) as bigint[]),
    cast(cast(:events as text[]) as bigint[]),
    cast(:values as text[]),
    cast(:users as bytea[])) as t (kind, day, value_key, sessions, bounces, duration, events, value, users)
order by t.kind, t.day, t.value_key
on conflict (site_number, kind, day, value_key) do update set
    sessions = old.sessions + excluded.sessions,
    bounces = old.bounces + excluded.bounces,
    duration = old.duration + excluded.duration,
    events = old.events + excluded.events,
    users = coalesce(excluded.users, old.users);
