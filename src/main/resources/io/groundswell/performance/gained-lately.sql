-- What posts gained in a stretch of time.
-- in   :organization :mode text, :from (left out) :until timestamptz
-- out  a bigint for each counter of a post, null where nothing was gained
select sum(impressions)::bigint as impressions, sum(reach)::bigint as reach, sum(likes)::bigint as likes,
    sum(comments)::bigint as comments, sum(shares)::bigint as shares, sum(saves)::bigint as saves,
    sum(link_clicks)::bigint as link_clicks, sum(profile_visits)::bigint as profile_visits,
    sum(followers_gained)::bigint as followers_gained
from metric_gain
where organization_id = :organization and mode = :mode and kind = 'CONTENT' and at > :from and at <= :until;
