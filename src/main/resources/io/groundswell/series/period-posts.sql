-- How many videos of creators were posted on some days of a zone, of those that count and are not switched off.
-- in   :ids text[], of creators; :begin :end timestamptz, with all instants of the days between them; :starts text[], :offsets
--      int[], by how many seconds the zone is ahead of UTC from when on, the first before :begin; :first :last int, days since 1970
-- out  id uuid, posts bigint
select w.id, count(v.posted_at) as posts
from unnest(cast(:ids as uuid[])) as w (id)
left join counted_video v on v.creator_id = w.id and v.disabled_at is null and v.posted_at >= :begin and v.posted_at < :end
    and cast(v.posted_at at time zone 'UTC' + make_interval(secs =>
        (select cast(:offsets as int[]))[width_bucket(v.posted_at, (select cast(:starts as timestamptz[])))]) as date) - date '1970-01-01'
        between :first and :last
group by w.id;
