-- How many videos of some creators count and are not switched off, whether the creators were removed or not.
-- in   :organization :mode text, :creators text[]
-- out  tracked bigint
select count(*) as tracked
from video v
where v.organization_id = :organization and v.mode = :mode
  and v.creator_id = any (cast(:creators as uuid[]))
  and v.disabled_at is null and v.tracking_status in ('AUTO_TRACKED', 'INCLUDED', 'DIRECT_ADD');
