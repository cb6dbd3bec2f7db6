-- Deletes those figures of events that have none any more.
-- in   :site bigint, and one element of each for each figure: :names :kinds (numbers) :days :keys (uuids) text[]
delete from event_figure f
using unnest(
    cast(cast(:names as text[]) as bigint[]),
    cast(cast(:kinds as text[]) as smallint[]),
    cast(cast(:days as text[]) as date[]),
    cast(cast(:keys as text[]) as uuid[])) as t (name_key, kind, day, value_key)
where f.site_number = :site and f.name_key = t.name_key and f.kind = t.kind and f.day = t.day and f.value_key = t.value_key
    and f.events <= 0;
