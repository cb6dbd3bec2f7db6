-- Whether anything with one of the tags was changed by a transaction that an answer has not seen. What is older than all that were
-- running then was seen, and is not looked at.
-- in   :organization :mode text, :tags text[], :snapshot text, of the answer
-- out  changed boolean
select exists (
    select from series_change c
    where c.organization_id = :organization and c.mode = :mode and c.tag = any (:tags)
      and c.changed_by >= pg_snapshot_xmin(cast(:snapshot as pg_snapshot))
      and not pg_visible_in_snapshot(c.changed_by, cast(:snapshot as pg_snapshot))) as changed;
