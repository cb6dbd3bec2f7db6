-- One thing that is in a campaign, whether or not it is there for anybody at present.
-- in   :campaign uuid, :type text (CREATOR, VIDEO or CAMPAIGN), :member uuid
-- out  campaign_id uuid, type text, item_id uuid, label text, added_at timestamptz
select i.campaign_id, cast(:type as text) as type, cast(:member as uuid) as item_id,
    coalesce('@' || c.handle, v.title, v.url, n.name) as label, i.added_at
from campaign_item i
left join creator c on c.id = i.creator_id
left join video v on v.id = i.video_id
left join campaign n on n.id = i.nested_id
where i.campaign_id = :campaign
  and (:type = 'CREATOR' and i.creator_id = :member
    or :type = 'VIDEO' and i.video_id = :member
    or :type = 'CAMPAIGN' and i.nested_id = :member);
