-- The videos that count in campaigns, each once, by itself or through its creator.
-- in   :roots :ids text[], of the campaigns that were asked about and those in them
-- out  root uuid, id uuid, label text, creator_id uuid, posted_at timestamptz
with item as (
    select w.root, i.creator_id, i.video_id
    from unnest(cast(:roots as uuid[]), cast(:ids as uuid[])) as w (root, id)
    join campaign_item i on i.campaign_id = w.id
), found as (
    select root, video_id as id from item where video_id is not null
    union
    select i.root, v.id from (select distinct root, creator_id from item where creator_id is not null) i
    join video v on v.creator_id = i.creator_id
)
select f.root, v.id, coalesce(v.title, v.url, v.id::text) as label, v.creator_id, v.posted_at
from found f join counted_video v on v.id = f.id;
