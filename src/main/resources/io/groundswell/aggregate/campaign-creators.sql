-- Campaigns of a programme with their creators: those that are in them, and the owners of videos that count in them.
-- in   :program uuid
-- out  id uuid, in this order; name text; creators int[], the creators' numbers, which say nothing but which are the same
with item as materialized (
    select * from campaign_member(:program)
), numbered as (
    select c.id, row_number() over (order by c.id)::int as number
    from creator c where c.program_id = :program and c.removed_at is null
), owned as (
    select w.video_id, v.creator_id
    from (select distinct video_id from item where video_id is not null) w
    cross join lateral (select * from counted_video v where v.id = w.video_id offset 0) v
), member as (
    select i.campaign_id, i.creator_id from item i where i.creator_id is not null
    union
    select i.campaign_id, o.creator_id from item i join owned o on o.video_id = i.video_id
)
select c.id, c.name, array_agg(n.number) as creators
from member m
join numbered n on n.id = m.creator_id
join campaign c on c.id = m.campaign_id
group by c.id
order by c.name collate "C", c.id;
