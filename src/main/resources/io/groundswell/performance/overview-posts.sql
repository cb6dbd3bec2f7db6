-- How many posts went out, by piece of a period and by platform.
-- in   :organization :mode text, :from :until timestamptz (left out), :platforms text[] (none for all),
--      :begins text[] (instants in order, the first of them :from: where each piece begins)
-- out  a row for each piece (platform is null) and each platform (piece is null) with any: piece int (from 1 on),
--      platform text, posts bigint
-- The array is made once and not for each post, as it would be without a query of its own.
select width_bucket(published_at, (select cast(cast(:begins as text[]) as timestamptz[]))) as piece, platform,
    count(*) as posts
from published_post
where organization_id = :organization and mode = :mode and published_at >= :from and published_at < :until
  and (cardinality(cast(:platforms as text[])) = 0 or platform = any (cast(:platforms as text[])))
group by grouping sets (piece, platform);
