-- How kind the comments of a programme are, in a stretch of time.
-- in   :program text; :campaign :creator :video text, each null where all are asked about; :begin :end timestamptz, the end is
--      left out; :most_warned int, :least_analysed int, :least_negative int, percent
-- out  the sums first, with video_id null, then what is to be warned of, the worst first: video_id uuid, title, url text; comments,
--      analysed, positive, negative bigint; score double precision, the sum
with recursive tree (id) as (
    select cast(:campaign as uuid) where cast(:campaign as uuid) is not null
    union
    select i.nested_id from tree t join campaign_item i on i.campaign_id = t.id where i.nested_id is not null
), item as (
    select i.video_id, i.creator_id from tree t join campaign_item i on i.campaign_id = t.id
), asked as materialized (
    select v.id, v.title, v.url
    from counted_video v
    where v.program_id = cast(:program as uuid)
      and (cast(:creator as uuid) is null or v.creator_id = cast(:creator as uuid))
      and (cast(:video as uuid) is null or v.id = cast(:video as uuid))
      and (cast(:campaign as uuid) is null or v.id in (select i.video_id from item i)
          or v.creator_id in (select i.creator_id from item i))
), by_video as materialized (
    select v.id, v.title, v.url, c.comments, c.analysed, c.positive, c.negative, c.score
    from asked v
    join (
        select c.video_id, count(*) as comments, count(c.score) as analysed,
            count(*) filter (where c.score > 0) as positive, count(*) filter (where c.score < 0) as negative,
            sum(c.score) as score
        from video_comment c
        where c.program_id = cast(:program as uuid) and c.at >= :begin and c.at < :end
        group by c.video_id) c on c.video_id = v.id
)
select null as video_id, null as title, null as url, coalesce(sum(comments), 0) as comments,
    coalesce(sum(analysed), 0) as analysed, coalesce(sum(positive), 0) as positive,
    coalesce(sum(negative), 0) as negative, sum(score) as score
from by_video
union all (
    select id, title, url, comments, analysed, positive, negative, score
    from by_video
    where analysed >= :least_analysed and 100 * negative >= :least_negative * analysed
    order by negative::double precision / analysed desc, negative desc, id
    limit :most_warned);
