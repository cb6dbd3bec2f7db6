-- The videos that count in campaigns, each once, by itself or through its creator.
-- in   :roots :ids text[], of the campaigns that were asked about and those in them
-- out  root uuid, id uuid, label text, creator_id uuid, posted_at timestamptz
with item as (
    select w.root, i.creator_id, i.video_id
    from unnest(cast(:roots as uuid[]), cast(:ids as uuid[])) as w (root, id)
    join campaign_item i on i.campaign_id = w.id
), by_creator as (
    select distinct root, creator_id from item where creator_id is not null
), by_itself as (
    select distinct root, video_id from item where video_id is not null
)
select i.root, v.id, coalesce(v.title, v.url, v.id::text) as label, v.creator_id, v.posted_at
from by_creator i
cross join lateral (select * from counted_video v where v.creator_id = i.creator_id offset 0) v
union all
select i.root, v.id, coalesce(v.title, v.url, v.id::text), v.creator_id, v.posted_at
from by_itself i
cross join lateral (select * from counted_video v where v.id = i.video_id offset 0) v
where not exists (select from by_creator c where c.root = i.root and c.creator_id = v.creator_id);
