-- How many posts went out, by hour.
-- in   :organization :mode text, :from :until timestamptz (left out), :platforms text[] (none for all)
-- out  hour timestamptz, posts bigint
select date_trunc('hour', published_at, 'UTC') as hour, count(*) as posts
from published_post
where organization_id = :organization and mode = :mode and published_at >= :from and published_at < :until
  and (cardinality(cast(:platforms as text[])) = 0 or platform = any (cast(:platforms as text[])))
group by 1;
