-- When the newest measured posts of missions went out, and how they did.
-- in   :organization :mode text, :missions text[], :least bigint (impressions), :limit int (of each mission)
-- out  mission_id, timezone text, published_at timestamptz, impressions, engagements bigint
select m.*
from unnest(cast(:missions as text[])) as wanted (mission_id)
cross join lateral (
    select p.mission_id, p.timezone, p.published_at, p.impressions, p.engagements
    from content c
    join published_post p on p.content_id = c.id
    where c.organization_id = :organization and c.mode = :mode and c.mission_id = wanted.mission_id
      and p.impressions >= :least
    order by c.created_at desc, c.id desc
    limit :limit) m;
