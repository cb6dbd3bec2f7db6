-- What holds the things that were asked about: creators of videos, and campaigns, directly or through others.
-- in   :kind text; :ids text[]
-- out  scope text, id uuid, label text
with recursive owner as (
    select v.creator_id as id from video v where :kind = 'VIDEO' and v.id = any (cast(:ids as uuid[]))
), holder (id) as (
    select i.campaign_id from campaign_item i
    where (:kind = 'VIDEO' and (i.video_id = any (cast(:ids as uuid[])) or i.creator_id in (select id from owner)))
       or (:kind = 'CREATOR' and i.creator_id = any (cast(:ids as uuid[])))
       or (:kind = 'CAMPAIGN' and i.nested_id = any (cast(:ids as uuid[])))
    union
    select i.campaign_id from holder h join campaign_item i on i.nested_id = h.id
)
select 'CREATOR' as scope, c.id, '@' || c.handle as label
from creator c where c.id in (select id from owner) and c.removed_at is null
union all
select 'CAMPAIGN', c.id, c.name from holder h join campaign c on c.id = h.id;
