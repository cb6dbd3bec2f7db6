-- A page of what is in a campaign, the newest first. A creator that was removed, its videos, and a video that was refused
-- stay in it and are not shown.
-- in   :campaign uuid, :at timestamptz and :id uuid of the row before, or null, :most int
-- out  campaign_id uuid, type text, item_id uuid, label text, added_at timestamptz
select i.campaign_id,
    case when i.creator_id is not null then 'CREATOR' when i.video_id is not null then 'VIDEO' else 'CAMPAIGN' end as type,
    coalesce(i.creator_id, i.video_id, i.nested_id) as item_id,
    coalesce('@' || c.handle, v.title, v.url, n.name) as label, i.added_at
from campaign_item i
left join creator c on c.id = i.creator_id
left join video v on v.id = i.video_id
left join creator o on o.id = v.creator_id
left join campaign n on n.id = i.nested_id
where i.campaign_id = :campaign
  and (i.added_at, coalesce(i.creator_id, i.video_id, i.nested_id))
    < (coalesce(cast(:at as timestamptz), 'infinity'), coalesce(cast(:id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  and c.removed_at is null and o.removed_at is null and v.tracking_status is distinct from 'EXCLUDED'
order by i.added_at desc, coalesce(i.creator_id, i.video_id, i.nested_id) desc
limit :most;
