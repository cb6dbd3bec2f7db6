-- Counters of videos and creators: their snapshots, the days that follow from them, and sums of days by creator.
-- They have tables of their own beside those of posts: there are a hundred times more of them, their ids are UUIDs, and a
-- video has five counters. Rows that there are millions of know their thing alone, which knows whose it is.

-- A video or creator and what its snapshots come to. Made with the thing, so that whoever records holds it, and nothing can be
-- recorded of what is gone. Instants do not depend on zones; figures are those of the last snapshot, in order of time.
create table tracked (
    id uuid primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    -- VIDEO or CREATOR.
    kind text not null,
    -- Whose days its rows of tracked_day are. New snapshots go by it; after the organization moved, it follows bit by bit.
    zone text not null,
    -- Of a video, the creator whose sums (creator_day, and the five figures here) its days are part of: the one that it counts
    -- towards. Changed by triggers alone, which hold this row, as whoever records does.
    counts_for uuid,
    -- The oldest snapshot that is kept, a baseline; null while there is none.
    first_at timestamptz,
    last_at timestamptz,
    -- The oldest snapshot that is no baseline.
    compared_at timestamptz,
    -- The latest of its days. Where a clock is put back over midnight, that of the last snapshot may be an earlier one.
    last_day date,
    -- Of a video, where its counters stand. Of a creator, the sums over the videos that count towards it, never null.
    views bigint, likes bigint, comments bigint, shares bigint, saves bigint,
    followers bigint,
    -- When each counter was first told: before it, its level is unknown. For creators that of followers alone.
    views_since timestamptz, likes_since timestamptz, comments_since timestamptz, shares_since timestamptz,
    saves_since timestamptz, followers_since timestamptz,
    -- The day on which what the plan no longer keeps was last taken away.
    pruned_on date not null default '1970-01-01'
) with (fillfactor = 60);
create index tracked_zone on tracked (organization_id, zone);
create index tracked_pruned on tracked (organization_id, pruned_on);
create index tracked_counts_for on tracked (counts_for) where counts_for is not null;

-- Lifetime counters at an instant. A counter that was not told stands here as it stood; told says which were (1 views, 2 likes,
-- 4 comments, 8 shares, 16 saves, 32 followers). Null is not known yet.
create table tracked_snapshot (
    id uuid not null,
    at timestamptz not null,
    told smallint not null,
    -- Was told to set a level to go on from. The first snapshot does so without being marked: it is at tracked.first_at.
    reset boolean not null,
    views bigint, likes bigint, comments bigint, shares bigint, saves bigint, followers bigint,
    primary key (id, at)
);
create index tracked_snapshot_reset on tracked_snapshot (id, at) where reset;

-- A row for each day with a snapshot. What was gained on it is null for a counter that is not known yet. The level is where the
-- counter stood when the day ended. The change is by how much that differs from the day before (from 0, where nothing was known),
-- so that the changes up to a day add up to its level; other than what is gained it falls, and leaps at baselines.
-- Days are asked for by the thousand: the index holds all that is added up, in the order in which it is asked for.
create table tracked_day (
    id uuid not null,
    day date not null,
    views bigint, likes bigint, comments bigint, shares bigint, saves bigint, followers bigint,
    views_level bigint, likes_level bigint, comments_level bigint, shares_level bigint, saves_level bigint,
    followers_level bigint,
    views_change bigint, likes_change bigint, comments_change bigint, shares_change bigint, saves_change bigint,
    followers_change bigint,
    primary key (id, day) include (views, likes, comments, shares, saves, followers, views_change, likes_change,
        comments_change, shares_change, saves_change, followers_change)
) with (
    -- Which rows an index may answer for alone is known after a vacuum. Days are written all day and then never again.
    autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.02
);

-- The days of all videos that count towards a creator, added up: what was gained, of how many videos that is known (where it is
-- of none the sum is null), and the changes of the levels.
create table creator_day (
    creator_id uuid not null,
    day date not null,
    views bigint not null, likes bigint not null, comments bigint not null, shares bigint not null,
    saves bigint not null,
    views_known integer not null, likes_known integer not null, comments_known integer not null,
    shares_known integer not null, saves_known integer not null,
    views_change bigint not null, likes_change bigint not null, comments_change bigint not null,
    shares_change bigint not null, saves_change bigint not null,
    primary key (creator_id, day)
) with (fillfactor = 60);

-- Things that are gone, whose snapshots and days are still to be erased: nobody finds them any more, and there may be very many.
create table tracked_remains (
    id uuid primary key
);

-- Whether videos of this status count towards their creator. The view counted_video says the same.
create function counts(tracking_status text) returns boolean language sql immutable
    return tracking_status in ('AUTO_TRACKED', 'INCLUDED', 'DIRECT_ADD');

-- Adds the days of videos to their creators' sums, or takes them away. An element for each video, whose rows of tracked are held by
-- whoever calls; holds those of the creators, in the order that all writers share. Creators that are gone are left out.
create function add_to_creators(videos uuid[], creators uuid[], sign integer) returns void language plpgsql as $$
begin
    perform from tracked t where t.id = any (creators) order by t.id for update;
    insert into creator_day as d
    select c.id, v.day,
        sign * coalesce(sum(v.views), 0), sign * coalesce(sum(v.likes), 0), sign * coalesce(sum(v.comments), 0),
        sign * coalesce(sum(v.shares), 0), sign * coalesce(sum(v.saves), 0),
        sign * count(v.views), sign * count(v.likes), sign * count(v.comments), sign * count(v.shares),
        sign * count(v.saves),
        sign * coalesce(sum(v.views_change), 0), sign * coalesce(sum(v.likes_change), 0),
        sign * coalesce(sum(v.comments_change), 0), sign * coalesce(sum(v.shares_change), 0),
        sign * coalesce(sum(v.saves_change), 0)
    from unnest(videos, creators) as w (video_id, creator_id)
    join tracked c on c.id = w.creator_id
    cross join lateral (select * from tracked_day t where t.id = w.video_id offset 0) v
    group by c.id, v.day
    on conflict (creator_id, day) do update set
        views = d.views + excluded.views, likes = d.likes + excluded.likes,
        comments = d.comments + excluded.comments, shares = d.shares + excluded.shares,
        saves = d.saves + excluded.saves,
        views_known = d.views_known + excluded.views_known, likes_known = d.likes_known + excluded.likes_known,
        comments_known = d.comments_known + excluded.comments_known,
        shares_known = d.shares_known + excluded.shares_known, saves_known = d.saves_known + excluded.saves_known,
        views_change = d.views_change + excluded.views_change, likes_change = d.likes_change + excluded.likes_change,
        comments_change = d.comments_change + excluded.comments_change,
        shares_change = d.shares_change + excluded.shares_change,
        saves_change = d.saves_change + excluded.saves_change;
    update tracked c set
        views = c.views + sign * v.views, likes = c.likes + sign * v.likes, comments = c.comments + sign * v.comments,
        shares = c.shares + sign * v.shares, saves = c.saves + sign * v.saves
    from (
        select w.creator_id, coalesce(sum(t.views), 0) as views, coalesce(sum(t.likes), 0) as likes,
            coalesce(sum(t.comments), 0) as comments, coalesce(sum(t.shares), 0) as shares,
            coalesce(sum(t.saves), 0) as saves
        from unnest(videos, creators) as w (video_id, creator_id) join tracked t on t.id = w.video_id
        group by w.creator_id) v
    where c.id = v.creator_id;
end $$;

create function track_creators() returns trigger language plpgsql as $$
begin
    insert into tracked (id, organization_id, mode, kind, zone, views, likes, comments, shares, saves)
    select n.id, n.organization_id, n.mode, 'CREATOR', o.timezone, 0, 0, 0, 0, 0
    from new_rows n join organization o on o.id = n.organization_id;
    return null;
end $$;

create trigger creator_tracked after insert on creator
    referencing new table as new_rows for each statement execute function track_creators();

create function track_videos() returns trigger language plpgsql as $$
begin
    insert into tracked (id, organization_id, mode, kind, zone, counts_for)
    select n.id, n.organization_id, n.mode, 'VIDEO', o.timezone,
        case when counts(n.tracking_status) then n.creator_id end
    from new_rows n join organization o on o.id = n.organization_id;
    return null;
end $$;

create trigger video_tracked after insert on video
    referencing new table as new_rows for each statement execute function track_videos();

-- A video that begins or ceases to count, or changes hands, takes its days along.
create function recount_videos() returns trigger language plpgsql as $$
declare
    moved uuid[];
    was uuid[];
    will_be uuid[];
begin
    if not exists (
            select from new_rows n join old_rows o using (id)
            where (counts(n.tracking_status), n.creator_id) is distinct from (counts(o.tracking_status), o.creator_id)) then
        return null;
    end if;
    select array_agg(t.id), array_agg(t.counts_for), array_agg(t.now_for) into moved, was, will_be
    from (
        select t.id, t.counts_for, case when counts(n.tracking_status) then n.creator_id end as now_for
        from tracked t join new_rows n using (id)
        order by t.id
        for update of t) t
    where t.counts_for is distinct from t.now_for;
    perform from tracked t where t.id = any (was || will_be) order by t.id for update;
    perform add_to_creators(moved, was, -1);
    perform add_to_creators(moved, will_be, 1);
    update tracked t set counts_for = m.now_for
    from unnest(moved, will_be) as m (id, now_for)
    where t.id = m.id;
    return null;
end $$;

create trigger video_recounted after update on video
    referencing old table as old_rows new table as new_rows for each statement execute function recount_videos();

-- What was measured of a video or creator goes with it: out of the sums at once, the rest when there is time.
create or replace function forget_measured_videos() returns trigger language plpgsql as $$
declare
    gone uuid[];
    was uuid[];
begin
    select array_agg(t.id), array_agg(t.counts_for) into gone, was
    from (select t.id, t.counts_for from tracked t join old_rows o using (id) order by t.id for update of t) t;
    perform add_to_creators(gone, was, -1);
    delete from tracked t where t.id = any (gone);
    insert into tracked_remains select o.id from old_rows o on conflict do nothing;
    return null;
end $$;

create or replace function forget_measured_creators() returns trigger language plpgsql as $$
begin
    perform from tracked t join old_rows o using (id) order by t.id for update of t;
    delete from tracked t using old_rows o where t.id = o.id;
    insert into tracked_remains select o.id from old_rows o on conflict do nothing;
    return null;
end $$;

-- What is there already.
insert into tracked (id, organization_id, mode, kind, zone, views, likes, comments, shares, saves)
select c.id, c.organization_id, c.mode, 'CREATOR', o.timezone, 0, 0, 0, 0, 0
from creator c join organization o on o.id = c.organization_id;

insert into tracked (id, organization_id, mode, kind, zone, counts_for)
select v.id, v.organization_id, v.mode, 'VIDEO', o.timezone, case when counts(v.tracking_status) then v.creator_id end
from video v join organization o on o.id = v.organization_id;
