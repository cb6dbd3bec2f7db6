-- Deletes the sums of a week of events.
-- in   :site bigint, :monday date
with name as (
    -- All, and those that were added up.
    select cast(0 as bigint) as name_key
    union
    select name_key(f.value_key) from event_figure f
    where f.site_number = :site and f.name_key = 0 and f.kind = -11 and f.day = :monday
)
delete from event_figure f
using name n
where f.site_number = :site and f.name_key = n.name_key and f.kind between -22 and -11 and f.day = :monday;
