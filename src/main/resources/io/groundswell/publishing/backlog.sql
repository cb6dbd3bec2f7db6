-- Items that should be out by now and that nobody is sending, of all organizations.
-- in   :now timestamptz
-- out  due bigint, oldest timestamptz (since when the longest one is due; null when none is)
select count(*) as due, min(c.publish_due_at) as oldest
from content c
join mission m on m.id = c.mission_id
join organization o on o.id = c.organization_id
where c.status = 'SCHEDULED' and m.deleted_at is null
  and c.publish_due_at <= :now
  and (c.publish_claim is not null or (m.status in ('ACTIVE', 'COMPLETED') and not c.hold and o.status = 'ACTIVE'));
