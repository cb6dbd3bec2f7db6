-- Videos of a programme, those with the most first and those of which it is not known last.
-- in   :program uuid; :first :last date or null, :starts text[], :offsets text[], when they were posted; :order text;
--      :limit :offset int
-- out  total bigint; id uuid, null where the page is empty, title text, url text, posted_at timestamptz,
--      views, likes, comments, shares, saves bigint
with counted as (
    select row_number() over (order by
            case :order when 'VIEW_COUNT' then v.views when 'LIKE_COUNT' then v.likes when 'COMMENT_COUNT' then v.comments
                when 'SHARE_COUNT' then v.shares when 'SAVE_COUNT' then v.saves
                when 'POSTED_AT' then cast(extract(epoch from v.posted_at) * 1000000 as bigint) end desc nulls last,
            v.id) as place,
        v.*
    from measured_video(:program, cast(:first as date), cast(:last as date), cast(:starts as timestamptz[]),
        cast(:offsets as int[])) v
)
select n.total, c.*
from (select count(*) as total from counted) n
left join counted c on c.place > cast(:offset as int) and c.place <= cast(:offset as int) + cast(:limit as int)
order by c.place;
