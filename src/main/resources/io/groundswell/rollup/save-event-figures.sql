-- Adds to figures of events.
-- in   :site bigint, and one element of each for each figure: :names :kinds (numbers) :days :keys (uuids) :values
--      :events (counts to be added) text[], :users bytea[] (null where they stay as they are)
insert into event_figure as old (site_number, name_key, kind, day, value_key, events, value, users)
select :site, t.name_key, t.kind, t.day, t.value_key, t.events, t.value, t.users
from unnest(
    cast(cast(:names as text[]) as bigint[]),
    cast(cast(:kinds as text[]) as smallint[]),
    cast(cast(:days as text[]) as date[]),
    cast(cast(:keys as text[]) as uuid[]),
    cast(cast(:events as text[]) as bigint[]),
    cast(:values as text[]),
    cast(:users as bytea[])) as t (name_key, kind, day, value_key, events, value, users)
order by t.name_key, t.kind, t.day, t.value_key
on conflict (site_number, name_key, kind, day, value_key) do update set
    events = old.events + excluded.events,
    users = coalesce(excluded.users, old.users);
