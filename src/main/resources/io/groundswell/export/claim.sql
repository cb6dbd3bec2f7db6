-- Claims the export that has been due longest for a sort of work. Organizations take turns: what else is due of this one is due from
-- now on, so that it comes after what others have been waiting for, if there are any.
-- in   :work :claim text, :now :lease timestamptz (when the claim ends)
-- out  the row
with chosen as materialized (
    select id, organization_id from export where work = :work and due_at <= :now
    order by due_at, attempts, chunks, created_at limit 1
    for update skip locked
), behind as materialized (
    select e.id from chosen c join export e on e.organization_id = c.organization_id and e.id <> c.id
    where e.work = :work and e.due_at < :now
      and exists (
          select from export o
          where o.work = :work and o.due_at <= :now and o.organization_id <> c.organization_id)
    for update of e skip locked
), moved as (
    update export e set due_at = :now from behind where e.id = behind.id
)
update export e set claim = :claim, due_at = :lease, attempts = attempts + 1
from chosen where e.id = chosen.id
returning e.*;
