-- How many posts went out, by local day and platform.
-- in   :organization :mode :zone text, :from :until timestamptz (left out), :platforms text[] (none for all)
-- out  day date, platform text, posts bigint
select (published_at at time zone :zone)::date as day, platform, count(*) as posts
from published_post
where organization_id = :organization and mode = :mode and published_at >= :from and published_at < :until
  and (cardinality(cast(:platforms as text[])) = 0 or platform = any (cast(:platforms as text[])))
group by 1, 2;
