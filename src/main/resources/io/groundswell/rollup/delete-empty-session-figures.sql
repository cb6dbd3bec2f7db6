-- Deletes those figures of sessions that have none any more.
-- in   :site bigint, and one element of each for each figure: :kinds (numbers) :days :keys (uuids) text[]
delete from session_figure f
using unnest(
    cast(cast(:kinds as text[]) as smallint[]),
    cast(cast(:days as text[]) as date[]),
    cast(cast(:keys as text[]) as uuid[])) as t (kind, day, value_key)
where f.site_number = :site and f.kind = t.kind and f.day = t.day and f.value_key = t.value_key and f.sessions = 0;
