-- Where creators and their videos are looked up, and what is to be looked up next.

-- A source that a programme is connected to.
create table source (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    program_id uuid not null references program on delete cascade,
    -- TIKTOK_ACCOUNT, TIKTOK_RESEARCH or SANDBOX.
    kind text not null,
    -- The key of the handle whose account it is, which it tells nobody else's of; null where it tells of anybody.
    account text,
    name text not null,
    -- Sealed.
    secret text not null,
    -- HEALTHY, DEGRADED (may recover by itself) or ERROR (is asked nothing until it is connected anew).
    health text not null,
    last_error text,
    last_success_at timestamptz,
    -- It asked to be left alone until then.
    paused_until timestamptz,
    -- Somebody fetches another token, and nobody else does until then.
    renewing_until timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index source_account on source (program_id, kind, coalesce(account, ''));
create index source_list on source (program_id, created_at desc, id desc);

-- When creators are looked up next. Made with the creator. A claimed row is due again when its lease ends; due_at is null while
-- there is nobody to ask, or nothing to be asked.
create table creator_watch (
    creator_id uuid primary key references creator on delete cascade,
    program_id uuid not null,
    due_at timestamptz,
    claim text,
    profile_due_at timestamptz not null,
    discover_due_at timestamptz not null,
    -- In a row, since the source last answered.
    failures integer not null default 0,
    -- How often in a row the source said that there is no such creator.
    absences integer not null default 0,
    -- Its followers were last told as so few that it was not believed.
    doubted boolean not null default false,
    notice text,
    -- When a source last told anything of the creator or its videos; null when none ever did.
    updated_at timestamptz,
    -- As the source last told them.
    told_name text,
    avatar_url text,
    bio text,
    -- Where looking for videos goes on, and how many pages there were; null when it begins anew.
    cursor text,
    pages integer not null default 0,
    -- All videos from this day on were once found; null while they were not.
    discovered_from date
) with (fillfactor = 70);
create index creator_watch_due on creator_watch (due_at) where due_at is not null;
create index creator_watch_program on creator_watch (program_id);

-- The same of videos, whose counters are read.
create table video_watch (
    video_id uuid primary key references video on delete cascade,
    program_id uuid not null,
    due_at timestamptz,
    claim text,
    failures integer not null default 0,
    -- Its counters were last told as so low that it was not believed.
    doubted boolean not null default false
) with (fillfactor = 70);
create index video_watch_due on video_watch (due_at) where due_at is not null;
create index video_watch_program on video_watch (program_id);

-- How many updates were asked for on a day (UTC).
create table asked_update (
    organization_id text not null references organization on delete cascade,
    mode text not null,
    day date not null,
    calls bigint not null,
    primary key (organization_id, mode, day)
);

create function watch_new_creators() returns trigger language plpgsql as $$
begin
    insert into creator_watch (creator_id, program_id, due_at, profile_due_at, discover_due_at)
    select id, program_id, created_at, created_at, created_at from new_rows;
    return null;
end $$;

create trigger creator_watched after insert on creator
    referencing new table as new_rows for each statement execute function watch_new_creators();

create function watch_new_videos() returns trigger language plpgsql as $$
begin
    insert into video_watch (video_id, program_id, due_at) select id, program_id, created_at from new_rows;
    return null;
end $$;

create trigger video_watched after insert on video
    referencing new table as new_rows for each statement execute function watch_new_videos();

-- Makes everything of creators due, unless it is being looked up. Rows are held in one order by everybody: creators, then videos.
create function wake_creators(ids uuid[], at timestamptz) returns void language plpgsql as $$
begin
    perform from creator_watch w where w.creator_id = any (ids) order by w.creator_id for update;
    update creator_watch w set due_at = at, profile_due_at = at, discover_due_at = at
    where w.creator_id = any (ids) and (w.claim is null or w.due_at <= at);
    perform from video_watch w join video v on v.id = w.video_id where v.creator_id = any (ids)
    order by w.video_id for update of w;
    update video_watch w set due_at = at
    from video v
    where v.id = w.video_id and v.creator_id = any (ids) and (w.claim is null or w.due_at <= at);
end $$;

-- Whoever is tracked again, or is somebody else, is looked up; so is whoever is tracked from another day on.
create function watch_changed_creators() returns trigger language plpgsql as $$
declare
    back uuid[];
    woken_at timestamptz;
begin
    select array_agg(n.id), max(n.updated_at) into back, woken_at
    from new_rows n join old_rows o using (id)
    where (n.disabled_at is null and o.disabled_at is not null) or (n.removed_at is null and o.removed_at is not null)
        or n.handle <> o.handle or n.tracking_start_date <> o.tracking_start_date;
    if back is null then
        return null;
    end if;
    perform wake_creators(back, woken_at);
    update creator_watch w set claim = null, due_at = woken_at, profile_due_at = woken_at, discover_due_at = woken_at,
        failures = 0, absences = 0, doubted = false, notice = null, cursor = null, pages = 0, discovered_from = null
    where w.creator_id = any (back);
    return null;
end $$;

create trigger creator_watched_again after update on creator
    referencing old table as old_rows new table as new_rows for each statement execute function watch_changed_creators();

create function watch_changed_videos() returns trigger language plpgsql as $$
begin
    update video_watch w set due_at = n.updated_at, claim = null, failures = 0
    from new_rows n join old_rows o using (id)
    where w.video_id = n.id
      and ((n.disabled_at is null and o.disabled_at is not null)
        or (n.tracking_status <> 'EXCLUDED' and o.tracking_status = 'EXCLUDED')
        or n.creator_id is distinct from o.creator_id);
    return null;
end $$;

create trigger video_watched_again after update on video
    referencing old table as old_rows new table as new_rows for each statement execute function watch_changed_videos();

-- What is there already. Nobody is connected yet, so there is nobody to ask.
insert into creator_watch (creator_id, program_id, profile_due_at, discover_due_at)
select id, program_id, created_at, created_at from creator;
insert into video_watch (video_id, program_id) select id, program_id from video;
