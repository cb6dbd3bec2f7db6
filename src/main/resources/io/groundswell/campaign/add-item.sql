-- Puts something into a campaign.
-- in   :organization :mode text, :campaign uuid, :type text (CREATOR, VIDEO or CAMPAIGN), :member uuid, :now timestamptz
-- out  1; 0 when it is there already
insert into campaign_item (campaign_id, creator_id, video_id, nested_id, organization_id, mode, added_at)
select cast(:campaign as uuid),
    case when m.type = 'CREATOR' then m.id end,
    case when m.type = 'VIDEO' then m.id end,
    case when m.type = 'CAMPAIGN' then m.id end,
    :organization, :mode, :now
from (values (cast(:type as text), cast(:member as uuid))) as m (type, id)
on conflict do nothing;
