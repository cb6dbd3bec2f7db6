-- How many videos of a programme have how many views, of those of which it is known. A percentile is a count that a video has.
-- in   :program uuid; :first :last date or null, :starts text[], :offsets text[], when they were posted;
--      :bounds bigint[], the least of each bucket; :shares text[], for which percentiles are wanted, from 0 to 1
-- out  total bigint; percentiles bigint[], null where there is nothing; bucket int, from 1, null where there is nothing; videos bigint
with known as materialized (
    select v.views
    from measured_video(:program, cast(:first as date), cast(:last as date), cast(:starts as timestamptz[]),
        cast(:offsets as int[])) v
    where v.views is not null
)
select n.total, n.percentiles, b.bucket, b.videos
from (
    select count(*) as total,
        percentile_disc(cast(:shares as double precision[])) within group (order by views) as percentiles
    from known
) n
left join (
    select width_bucket(views, (select cast(:bounds as bigint[]))) as bucket, count(*) as videos from known group by 1
) b on true
order by b.bucket;
