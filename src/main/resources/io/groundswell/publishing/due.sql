-- Items to publish, longest due first; they are held for the caller. A claimed item is due when its claim has run out,
-- whatever became of its mission and organization meanwhile, since it may be out. What is due in a completed mission is one
-- that was scheduled while it was being completed: it is claimed to be taken off the schedule. Those of an organization that is
-- suspended wait.
-- in   :now timestamptz, :limit int
-- out  id text, organization_id text, mode text, publish_tried boolean (whether it may be out)
select c.id, c.organization_id, c.mode, c.publish_tried
from content c
join mission m on m.id = c.mission_id
join organization o on o.id = c.organization_id
where c.status = 'SCHEDULED' and m.deleted_at is null
  and c.publish_due_at <= :now
  and (c.publish_claim is not null or (m.status in ('ACTIVE', 'COMPLETED') and not c.hold and o.status = 'ACTIVE'))
order by c.publish_due_at
limit :limit
for update of c skip locked;
