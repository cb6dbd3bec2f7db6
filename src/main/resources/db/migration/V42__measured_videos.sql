-- What the questions that compare all of a programme read.

-- The videos that count in a programme, with where their counters stand. With days, those alone that were posted on them: in a zone
-- that is ahead of UTC by these offsets (seconds) from these instants on, the first of them -infinity. An end that is null is
-- open; where one is not, a video of which nobody knows when it was posted is left out.
-- The planner puts it into the statement that asks, so nothing is read that is not needed. Counters are looked up video by video:
-- it would rather read those of all organizations.
create function measured_video(program uuid, from_day date, to_day date, starts timestamptz[], offsets int[])
returns table (
    id uuid, creator_id uuid, title text, url text, posted_at timestamptz, posted_local timestamp,
    views bigint, likes bigint, comments bigint, shares bigint, saves bigint
) language sql stable as $$
    select v.id, v.creator_id, v.title, v.url, v.posted_at, l.posted, t.views, t.likes, t.comments, t.shares, t.saves
    from counted_video v
    cross join lateral (
        select v.posted_at at time zone 'UTC' + make_interval(secs => offsets[width_bucket(v.posted_at, starts)]) as posted
    ) l
    cross join lateral (
        select t.views, t.likes, t.comments, t.shares, t.saves from tracked t where t.id = v.id offset 0
    ) t
    where v.program_id = program
      and (from_day is null and to_day is null
        or l.posted >= coalesce(from_day, date '-infinity') and l.posted < coalesce(to_day, date 'infinity') + 1)
$$;

-- What is in the campaigns of a programme, directly or through others, once each: a creator or a video.
create function campaign_member(program uuid)
returns table (campaign_id uuid, creator_id uuid, video_id uuid) language sql stable as $$
    with recursive tree (root, id) as (
        select c.id, c.id from campaign c where c.program_id = program
        union
        select t.root, i.nested_id
        from tree t
        cross join lateral (select i.nested_id from campaign_item i where i.campaign_id = t.id offset 0) i
        where i.nested_id is not null
    )
    select distinct t.root, i.creator_id, i.video_id
    from tree t
    cross join lateral (
        select i.creator_id, i.video_id, i.nested_id from campaign_item i where i.campaign_id = t.id offset 0
    ) i
    where i.nested_id is null
$$;
