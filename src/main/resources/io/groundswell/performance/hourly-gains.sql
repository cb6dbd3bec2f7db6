-- What posts gained, by hour.
-- in   :organization :mode text, :from :until timestamptz (left out), :platforms text[] (none for all)
-- out  hour timestamptz, and a bigint for each counter of a post, null where nothing was gained
select date_trunc('hour', at, 'UTC') as hour,
    sum(impressions)::bigint as impressions, sum(reach)::bigint as reach, sum(likes)::bigint as likes,
    sum(comments)::bigint as comments, sum(shares)::bigint as shares, sum(saves)::bigint as saves,
    sum(link_clicks)::bigint as link_clicks, sum(profile_visits)::bigint as profile_visits,
    sum(followers_gained)::bigint as followers_gained
from metric_gain
where organization_id = :organization and mode = :mode and kind = 'CONTENT' and at >= :from and at < :until
  and (cardinality(cast(:platforms as text[])) = 0 or subject_id in (
      select content_id from published_post
      where organization_id = :organization and mode = :mode and platform = any (cast(:platforms as text[]))))
group by 1;
