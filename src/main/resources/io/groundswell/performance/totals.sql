-- What the posts of missions gained in all, and how many of them are out and on the schedule.
-- in   :organization :mode text, :missions text[]
-- out  a row for each mission and platform with any: mission_id, platform text, published, scheduled bigint,
--      and a bigint for each counter of a post
select c.mission_id, c.platform,
    count(c.published_at) as published,
    count(*) filter (where c.status = 'SCHEDULED') as scheduled,
    coalesce(sum(s.impressions), 0) as impressions, coalesce(sum(s.reach), 0) as reach,
    coalesce(sum(s.likes), 0) as likes, coalesce(sum(s.comments), 0) as comments,
    coalesce(sum(s.shares), 0) as shares, coalesce(sum(s.saves), 0) as saves,
    coalesce(sum(s.link_clicks), 0) as link_clicks, coalesce(sum(s.profile_visits), 0) as profile_visits,
    coalesce(sum(s.followers_gained), 0) as followers_gained
from content c
left join metric_subject s on s.organization_id = c.organization_id and s.mode = c.mode
    and s.kind = 'CONTENT' and s.subject_id = c.id
where c.organization_id = :organization and c.mode = :mode and c.mission_id = any(cast(:missions as text[]))
  and (c.published_at is not null or c.status = 'SCHEDULED')
group by c.mission_id, c.platform;
