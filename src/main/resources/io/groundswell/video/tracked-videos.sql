-- How many videos of an organization are tracked: they count, are not switched off, and their creator was not removed.
-- in   :organization :mode text
-- out  tracked bigint
select count(*) as tracked
from video v
where v.organization_id = :organization and v.mode = :mode
  and v.disabled_at is null and v.tracking_status in ('AUTO_TRACKED', 'INCLUDED', 'DIRECT_ADD')
  and not exists (select 1 from creator c where c.id = v.creator_id and c.removed_at is not null);
