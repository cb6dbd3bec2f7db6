-- Creators of campaigns: those that are in them, and the owners of videos.
-- in   :roots :ids text[], of the campaigns that were asked about and those in them; :owned :owners text[], the owners of videos
--      in campaigns that were asked about
-- out  root uuid, id uuid, label text, whole boolean, whether all its videos are there
select w.root, c.id, '@' || c.handle as label, bool_or(w.whole) as whole
from (
    select w.root, i.creator_id, true as whole
    from unnest(cast(:roots as uuid[]), cast(:ids as uuid[])) as w (root, id)
    join campaign_item i on i.campaign_id = w.id
    where i.creator_id is not null
    union all
    select w.root, w.owner, false from unnest(cast(:owned as uuid[]), cast(:owners as uuid[])) as w (root, owner)
) w (root, creator_id, whole)
join creator c on c.id = w.creator_id
where c.removed_at is null
group by w.root, c.id;
