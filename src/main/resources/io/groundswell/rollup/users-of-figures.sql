-- The users of figures of events that are there.
-- in   :site bigint, and one element of each for each figure: :names :kinds (numbers) :days :keys (uuids) text[]
-- out  name_key bigint, kind int, day date, value_key uuid, users bytea
select f.name_key, f.kind, f.day, f.value_key, f.users
from unnest(
    cast(cast(:names as text[]) as bigint[]),
    cast(cast(:kinds as text[]) as smallint[]),
    cast(cast(:days as text[]) as date[]),
    cast(cast(:keys as text[]) as uuid[])) as t (name_key, kind, day, value_key)
join event_figure f on f.site_number = :site and f.name_key = t.name_key and f.kind = t.kind and f.day = t.day
    and f.value_key = t.value_key;
