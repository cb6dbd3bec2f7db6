-- Videos of a programme that have many times as many views as its median, or that part of them; nothing while the median is 0.
-- in   :program uuid; :first :last date or null, :starts text[], :offsets text[], when they were posted; :side text, ABOVE, BELOW
--      or BOTH; :ratio numeric, how many times; :limit :offset int
-- out  total bigint; median bigint, null where there is nothing; id uuid, null where the page is empty, title text, url text,
--      views bigint
with known as materialized (
    select v.id, v.title, v.url, v.views
    from measured_video(:program, cast(:first as date), cast(:last as date), cast(:starts as timestamptz[]),
        cast(:offsets as int[])) v
    where v.views is not null
), norm as (
    select percentile_disc(0.5) within group (order by views) as median from known
), far as (
    select row_number() over (order by case when :side = 'BELOW' then -k.views else k.views end desc, k.id) as place, k.*
    from known k cross join norm n
    where n.median > 0
      and (:side <> 'BELOW' and k.views >= n.median * cast(:ratio as numeric)
        or :side <> 'ABOVE' and k.views * cast(:ratio as numeric) <= n.median)
)
select n.total, m.median, f.*
from (select count(*) as total from far) n
cross join norm m
left join far f on f.place > cast(:offset as int) and f.place <= cast(:offset as int) + cast(:limit as int)
order by f.place;
