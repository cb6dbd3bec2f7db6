-- What the posts of missions gained in all, and how many of them are out and on the schedule.
-- in   :organization :mode text, :missions text[], :counted boolean (whether to count what is out)
-- out  a row for each mission and platform with any: mission_id, platform text, published, scheduled bigint,
--      and a bigint for each counter of a post
with published as (
    select mission_id, platform, count(*) as published
    from published_post
    where :counted and organization_id = :organization and mode = :mode and mission_id = any (cast(:missions as text[]))
    group by mission_id, platform
), scheduled as (
    select mission_id, platform, count(*) as scheduled
    from content
    where organization_id = :organization and mode = :mode and mission_id = any (cast(:missions as text[]))
      and status = 'SCHEDULED'
    group by mission_id, platform
), gained as (
    select mission_id, platform,
        sum(impressions)::bigint as impressions, sum(reach)::bigint as reach, sum(likes)::bigint as likes,
        sum(comments)::bigint as comments, sum(shares)::bigint as shares, sum(saves)::bigint as saves,
        sum(link_clicks)::bigint as link_clicks, sum(profile_visits)::bigint as profile_visits,
        sum(followers_gained)::bigint as followers_gained
    from mission_day
    where organization_id = :organization and mode = :mode and mission_id = any (cast(:missions as text[]))
    group by mission_id, platform
)
select mission_id, platform, coalesce(published, 0) as published, coalesce(scheduled, 0) as scheduled,
    coalesce(impressions, 0) as impressions, coalesce(reach, 0) as reach, coalesce(likes, 0) as likes,
    coalesce(comments, 0) as comments, coalesce(shares, 0) as shares, coalesce(saves, 0) as saves,
    coalesce(link_clicks, 0) as link_clicks, coalesce(profile_visits, 0) as profile_visits,
    coalesce(followers_gained, 0) as followers_gained
from published
full join scheduled using (mission_id, platform)
full join gained using (mission_id, platform);
