-- Missions that go on again and have items that were set aside while their organization was suspended.
-- in   :never timestamptz (how what is aside is known), :limit int
-- out  id text, organization_id text, mode text
select m.id, m.organization_id, m.mode
from (select distinct mission_id from content where status = 'SCHEDULED' and publish_due_at = :never) aside
join mission m on m.id = aside.mission_id
join organization o on o.id = m.organization_id
where m.status = 'ACTIVE' and o.status = 'ACTIVE'
order by m.id
limit :limit;
