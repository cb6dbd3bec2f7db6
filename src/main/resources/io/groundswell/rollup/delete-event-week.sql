-- Deletes the sums of a week of events.
-- in   :site bigint, :monday date, :kinds text[] (numbers, of figures)
with name as (
    -- All, and those that were added up.
    select cast(0 as bigint) as name_key
    union
    select name_key(f.value_key) from event_figure f
    where f.site_number = :site and f.name_key = 0 and f.kind = -11 and f.day = :monday
)
delete from event_figure f
using name n
cross join unnest(cast(cast(:kinds as text[]) as int[])) as k (kind)
where f.site_number = :site and f.name_key = n.name_key and f.kind = -k.kind and f.day = :monday;
