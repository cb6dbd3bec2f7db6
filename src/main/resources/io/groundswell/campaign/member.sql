-- Whether a programme has a creator, video or campaign that is there for its people.
-- in   :organization :mode text, :program uuid, :type text (CREATOR, VIDEO or CAMPAIGN), :member uuid
-- out  1 when it has
select 1
from creator c
where :type = 'CREATOR' and c.id = :member and c.program_id = :program and c.organization_id = :organization
  and c.mode = :mode and c.removed_at is null
union all
select 1
from video v
left join creator c on c.id = v.creator_id
where :type = 'VIDEO' and v.id = :member and v.program_id = :program and v.organization_id = :organization
  and v.mode = :mode and v.tracking_status <> 'EXCLUDED' and c.removed_at is null
union all
select 1
from campaign n
where :type = 'CAMPAIGN' and n.id = :member and n.program_id = :program and n.organization_id = :organization
  and n.mode = :mode;
