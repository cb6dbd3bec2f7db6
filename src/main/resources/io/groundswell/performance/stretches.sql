-- What a mission's posts gained in two stretches of days, one right after the other.
-- in   :organization :mode :mission text, :previous :last :until date: where the first begins, the second, and its end
-- out  a row for each platform and stretch with a measured day: platform text, is_last boolean,
--      and a bigint for each counter of a post
select platform, day >= cast(:last as date) as is_last,
    sum(impressions)::bigint as impressions, sum(reach)::bigint as reach, sum(likes)::bigint as likes,
    sum(comments)::bigint as comments, sum(shares)::bigint as shares, sum(saves)::bigint as saves,
    sum(link_clicks)::bigint as link_clicks, sum(profile_visits)::bigint as profile_visits,
    sum(followers_gained)::bigint as followers_gained
from mission_day
where organization_id = :organization and mode = :mode and mission_id = :mission
  and day >= cast(:previous as date) and day < cast(:until as date)
group by platform, is_last;
