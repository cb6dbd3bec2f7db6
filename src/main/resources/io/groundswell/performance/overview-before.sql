-- What an organization's posts gained in some days together.
-- in   :organization :mode text, :from :until date (left out), :platforms text[] (none for all)
-- out  one row: a bigint for each counter of a post
select coalesce(sum(impressions), 0)::bigint as impressions, coalesce(sum(reach), 0)::bigint as reach,
    coalesce(sum(likes), 0)::bigint as likes, coalesce(sum(comments), 0)::bigint as comments,
    coalesce(sum(shares), 0)::bigint as shares, coalesce(sum(saves), 0)::bigint as saves,
    coalesce(sum(link_clicks), 0)::bigint as link_clicks, coalesce(sum(profile_visits), 0)::bigint as profile_visits,
    coalesce(sum(followers_gained), 0)::bigint as followers_gained
from organization_day
where organization_id = :organization and mode = :mode
  and day >= cast(:from as date) and day < cast(:until as date)
  and (cardinality(cast(:platforms as text[])) = 0 or platform = any (cast(:platforms as text[])));
