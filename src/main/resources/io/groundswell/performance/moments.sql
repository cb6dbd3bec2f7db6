-- When the newest measured posts of missions went out, and how they did.
-- in   :organization :mode text, :missions text[], :least bigint (impressions), :limit int (of each mission)
-- out  a row for each mission and zone with any: mission_id, timezone text, and of its posts, newest first, bigint[]:
--      seconds (of their publication, from 1970 on), impressions, engagements
select m.mission_id, m.timezone, array_agg(floor(extract(epoch from m.published_at))::bigint) as seconds,
    array_agg(m.impressions) as impressions, array_agg(m.engagements) as engagements
from unnest(cast(:missions as text[])) as wanted (mission_id)
cross join lateral (
    select p.mission_id, p.timezone, p.published_at, p.impressions, p.engagements
    from content c
    join published_post p on p.content_id = c.id
    where c.organization_id = :organization and c.mode = :mode and c.mission_id = wanted.mission_id
      and p.impressions >= :least
    order by c.created_at desc, c.id desc
    limit :limit) m
group by m.mission_id, m.timezone;
