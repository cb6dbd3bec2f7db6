-- Sets aside what missions have due while their organization is suspended and nobody is sending: it is due no more. What somebody else
-- holds right now is left to the next round.
-- in   :organization text (one that goes on right now; null for all that are suspended), :now timestamptz,
--      :never timestamptz (how what is aside is known), :limit int
with due as (
    select c.id
    from content c
    join mission m on m.id = c.mission_id
    join organization o on o.id = c.organization_id
    where c.status = 'SCHEDULED' and c.publish_due_at <= :now and c.publish_claim is null
      and m.status = 'ACTIVE'
      and (o.id = cast(:organization as text) or cast(:organization as text) is null and o.status = 'SUSPENDED')
    limit :limit
    for update of c skip locked
)
update content c
set publish_due_at = :never, lock_version = lock_version + 1
from due
where c.id = due.id;
