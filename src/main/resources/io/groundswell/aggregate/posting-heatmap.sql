-- When in the week videos of a programme are posted, and how they do.
-- in   :program uuid; :first :last date or null, :starts text[], :offsets text[], when they were posted
-- out  dow int, 0 for Sundays; hour int; posts bigint; known bigint, of how many the views are known; views numeric, of those together
select extract(dow from v.posted_local)::int as dow, extract(hour from v.posted_local)::int as hour, count(*) as posts,
    count(v.views) as known, sum(v.views) as views
from measured_video(:program, cast(:first as date), cast(:last as date), cast(:starts as timestamptz[]),
    cast(:offsets as int[])) v
where v.posted_at is not null
group by 1, 2
order by 1, 2;
