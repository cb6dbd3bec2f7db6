-- Whether a creator, campaign or video is there for its people.
-- in   :organization :mode text, :scope text (CREATOR, CAMPAIGN or VIDEO), :thing uuid
-- out  1 when it is
select 1
from creator c
where :scope = 'CREATOR' and c.id = :thing and c.organization_id = :organization and c.mode = :mode
  and c.removed_at is null
union all
select 1
from campaign n
where :scope = 'CAMPAIGN' and n.id = :thing and n.organization_id = :organization and n.mode = :mode
union all
select 1
from video v
left join creator c on c.id = v.creator_id
where :scope = 'VIDEO' and v.id = :thing and v.organization_id = :organization and v.mode = :mode
  and v.tracking_status <> 'EXCLUDED' and c.removed_at is null;
