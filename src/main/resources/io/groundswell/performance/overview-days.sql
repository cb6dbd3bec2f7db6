-- What an organization's posts gained on each day.
-- in   :organization :mode text, :from :until date (left out), :platforms text[] (none for all)
-- out  a row for each day and platform that gained: day date, platform text, and a bigint for each counter of a post
select day, platform, impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained
from organization_day
where organization_id = :organization and mode = :mode
  and day >= cast(:from as date) and day < cast(:until as date)
  and (cardinality(cast(:platforms as text[])) = 0 or platform = any (cast(:platforms as text[])));
