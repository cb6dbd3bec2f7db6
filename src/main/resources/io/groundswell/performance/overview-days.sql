-- What an organization's posts gained in some days, by day and by platform.
-- in   :organization :mode text, :from :until date (left out), :platforms text[] (none for all)
-- out  a row for each day (platform is null) and each platform (day is null) that gained: day date, platform text,
--      and a bigint for each counter of a post
select day, platform,
    sum(impressions)::bigint as impressions, sum(reach)::bigint as reach, sum(likes)::bigint as likes,
    sum(comments)::bigint as comments, sum(shares)::bigint as shares, sum(saves)::bigint as saves,
    sum(link_clicks)::bigint as link_clicks, sum(profile_visits)::bigint as profile_visits,
    sum(followers_gained)::bigint as followers_gained
from organization_day
where organization_id = :organization and mode = :mode
  and day >= cast(:from as date) and day < cast(:until as date)
  and (cardinality(cast(:platforms as text[])) = 0 or platform = any (cast(:platforms as text[])))
group by grouping sets (day, platform);
