-- The users of figures of events that are there, or how large their sets are alone: these are not read for it.
-- in   :site bigint, :sets boolean, whether the sets are wanted, and one element of each for each figure: :names :kinds (numbers)
--      :days :keys (uuids) text[]
-- out  name_key bigint, kind int, day date, value_key uuid, bytes int (0 for no set), users bytea (null for no set)
select f.name_key, f.kind, f.day, f.value_key, coalesce(octet_length(f.users), 0) as bytes,
    case when :sets then f.users end as users
from unnest(
    cast(cast(:names as text[]) as bigint[]),
    cast(cast(:kinds as text[]) as smallint[]),
    cast(cast(:days as text[]) as date[]),
    cast(cast(:keys as text[]) as uuid[])) as t (name_key, kind, day, value_key)
cross join lateral (
    -- The limit has each looked up, also in a site that statistics do not know yet.
    select e.name_key, e.kind, e.day, e.value_key, e.users from event_figure e
    where e.site_number = :site and e.name_key = t.name_key and e.kind = t.kind and e.day = t.day and e.value_key = t.value_key
    limit 1
) f;
