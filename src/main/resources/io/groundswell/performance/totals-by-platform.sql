-- What posts gained in some days, whenever they went out, and how many went out meanwhile.
-- in   :organization :mode :mission text (null: all missions), :start :end date, :from :until timestamptz (where these
--      days begin and end; the latter is left out)
-- out  a row for each platform with any: platform text, posts bigint, and a bigint for each counter of a post
with gained as (
    select platform, sum(impressions) as impressions, sum(reach) as reach, sum(likes) as likes,
        sum(comments) as comments, sum(shares) as shares, sum(saves) as saves, sum(link_clicks) as link_clicks,
        sum(profile_visits) as profile_visits, sum(followers_gained) as followers_gained
    from (
        select platform, impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits,
            followers_gained
        from organization_day
        where cast(:mission as text) is null and organization_id = :organization and mode = :mode
          and day >= cast(:start as date) and day <= cast(:end as date)
        union all
        select platform, impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits,
            followers_gained
        from mission_day
        where mission_id = cast(:mission as text) and organization_id = :organization and mode = :mode
          and day >= cast(:start as date) and day <= cast(:end as date)) one
    group by platform
), published as (
    select platform, count(*) as posts
    from published_post
    where organization_id = :organization and mode = :mode and published_at >= :from and published_at < :until
      and (cast(:mission as text) is null or mission_id = cast(:mission as text))
    group by platform
)
select platform, coalesce(posts, 0) as posts, coalesce(impressions, 0)::bigint as impressions,
    coalesce(reach, 0)::bigint as reach, coalesce(likes, 0)::bigint as likes,
    coalesce(comments, 0)::bigint as comments, coalesce(shares, 0)::bigint as shares,
    coalesce(saves, 0)::bigint as saves, coalesce(link_clicks, 0)::bigint as link_clicks,
    coalesce(profile_visits, 0)::bigint as profile_visits,
    coalesce(followers_gained, 0)::bigint as followers_gained
from gained full join published using (platform);
