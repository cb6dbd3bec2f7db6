-- As measured_video was, but what the zone is ahead by is read from its text once for all videos, not anew for each use of each.
create or replace function measured_video(program uuid, from_day date, to_day date, starts timestamptz[], offsets int[])
returns table (
    id uuid, creator_id uuid, title text, url text, posted_at timestamptz, posted_local timestamp,
    views bigint, likes bigint, comments bigint, shares bigint, saves bigint
) language sql stable as $$
    select v.id, v.creator_id, v.title, v.url, v.posted_at, l.posted, t.views, t.likes, t.comments, t.shares, t.saves
    from counted_video v
    cross join lateral (
        select v.posted_at at time zone 'UTC'
            + make_interval(secs => (select offsets)[width_bucket(v.posted_at, (select starts))]) as posted
        offset 0
    ) l
    cross join lateral (
        select t.views, t.likes, t.comments, t.shares, t.saves from tracked t where t.id = v.id offset 0
    ) t
    where v.program_id = program
      and (from_day is null and to_day is null
        or l.posted >= coalesce(from_day, date '-infinity') and l.posted < coalesce(to_day, date 'infinity') + 1)
$$;
