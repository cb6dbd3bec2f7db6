-- Creators of a programme with how many videos they post in a week, and how evenly.
-- in   :program uuid; :first :last date, a Monday and a Sunday, :starts text[], :offsets text[]; :weeks bigint, how many these are;
--      :order text; :limit :offset int
-- out  total bigint; id uuid, null where the page is empty, handle text, display_name text; posts bigint; squares bigint, of the
--      posts of each week, added up; active bigint, weeks with a post; least, most bigint, posts of a week
with week as (
    select v.creator_id, count(*) as posts
    from measured_video(:program, cast(:first as date), cast(:last as date), cast(:starts as timestamptz[]),
        cast(:offsets as int[])) v
    where v.creator_id is not null
    group by v.creator_id, date_trunc('week', v.posted_local)
), sums as (
    select w.creator_id, sum(w.posts)::bigint as posts, sum(w.posts * w.posts)::bigint as squares, count(*) as active,
        min(w.posts) as least, max(w.posts) as most
    from week w
    group by w.creator_id
), figures as (
    select c.id, c.handle, c.display_name, coalesce(s.posts, 0) as posts, coalesce(s.squares, 0) as squares,
        coalesce(s.active, 0) as active, case when s.active = :weeks then s.least else 0 end as least,
        coalesce(s.most, 0) as most
    from creator c
    left join sums s on s.creator_id = c.id
    where c.program_id = :program and c.removed_at is null
), ranked as (
    select row_number() over (order by
            case :order when 'POSTS_PER_WEEK' then f.posts when 'ACTIVE_WEEKS' then f.active
                when 'STD_DEV' then f.squares * :weeks - f.posts * f.posts end desc,
            f.id) as place,
        f.*
    from figures f
)
select n.total, r.*
from (select count(*) as total from ranked) n
left join ranked r on r.place > cast(:offset as int) and r.place <= cast(:offset as int) + cast(:limit as int)
order by r.place;
