-- How many posts went out, by local day and platform.
-- in   :organization :mode text, :from :until timestamptz (left out), :platforms text[] (none for all), :starts text[]
--      (instants, when each day begins, in order)
-- out  number int (of the day, from 1 on), platform text, posts bigint
select width_bucket(published_at, cast(cast(:starts as text[]) as timestamptz[])) as number, platform, count(*) as posts
from published_post
where organization_id = :organization and mode = :mode and published_at >= :from and published_at < :until
  and (cardinality(cast(:platforms as text[])) = 0 or platform = any (cast(:platforms as text[])))
group by number, platform;
