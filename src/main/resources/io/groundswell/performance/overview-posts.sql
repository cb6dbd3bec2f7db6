-- How many posts went out, by local day and platform.
-- in   :organization :mode text, :from :until timestamptz (left out), :platforms text[] (none for all); arrays of text, an element
--      for each stretch of time in which the clock kept its distance to UTC: :begins :ends (instants), :seconds
-- out  day date, platform text, posts bigint
select ((p.published_at at time zone 'UTC') + clock.ahead)::date as day, p.platform, count(*) as posts
from published_post p
join (
    select begins, ends, make_interval(secs => seconds) as ahead
    from unnest(
        cast(cast(:begins as text[]) as timestamptz[]), cast(cast(:ends as text[]) as timestamptz[]),
        cast(cast(:seconds as text[]) as int[])) as z (begins, ends, seconds)
) clock on p.published_at >= clock.begins and p.published_at < clock.ends
where p.organization_id = :organization and p.mode = :mode and p.published_at >= :from and p.published_at < :until
  and (cardinality(cast(:platforms as text[])) = 0 or p.platform = any (cast(:platforms as text[])))
group by 1, 2;
