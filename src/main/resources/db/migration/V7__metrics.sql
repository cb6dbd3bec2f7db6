-- How well things do: their counters as sampled, the days that follow from the samples, and what is to be measured next.

-- A thing whose lifetime counters are sampled. Held by whoever writes its samples; the counters are what it gained in all.
-- There is no foreign key to the thing: it is of one of several kinds.
create table metric_subject (
    organization_id text not null references organization on delete cascade,
    mode text not null,
    kind text not null,
    subject_id text not null,
    -- Whose days the rows of metric_day are.
    zone text not null,
    impressions bigint, reach bigint, likes bigint, comments bigint, shares bigint, saves bigint,
    link_clicks bigint, profile_visits bigint, followers_gained bigint, views bigint, followers bigint,
    primary key (organization_id, mode, kind, subject_id)
);
create index metric_subject_zone on metric_subject (organization_id, zone);

-- Lifetime counters at an instant, as they were told; null where nothing was told. Only ever added to, but for a sample
-- of the same instant, which replaces the earlier one.
create table snapshot (
    organization_id text not null,
    mode text not null,
    kind text not null,
    subject_id text not null,
    at timestamptz not null,
    -- Sets a level to go on from, and counts as no gain.
    reset boolean not null,
    impressions bigint, reach bigint, likes bigint, comments bigint, shares bigint, saves bigint,
    link_clicks bigint, profile_visits bigint, followers_gained bigint, views bigint, followers bigint,
    primary key (organization_id, mode, kind, subject_id, at),
    foreign key (organization_id, mode, kind, subject_id) references metric_subject on delete cascade
);

-- What was gained on each day with a sample, and where the counters stood when it ended. Questions are answered from here.
create table metric_day (
    organization_id text not null,
    mode text not null,
    kind text not null,
    subject_id text not null,
    day date not null,
    impressions bigint, reach bigint, likes bigint, comments bigint, shares bigint, saves bigint,
    link_clicks bigint, profile_visits bigint, followers_gained bigint, views bigint, followers bigint,
    impressions_level bigint, reach_level bigint, likes_level bigint, comments_level bigint, shares_level bigint,
    saves_level bigint, link_clicks_level bigint, profile_visits_level bigint, followers_gained_level bigint,
    views_level bigint, followers_level bigint,
    primary key (organization_id, mode, kind, subject_id, day),
    foreign key (organization_id, mode, kind, subject_id) references metric_subject on delete cascade
);

-- Published posts that are still measured, and when each is due. A claimed row is due again when its lease runs out.
create table post_watch (
    content_id text primary key references content on delete cascade,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    mission_id text not null,
    published_at timestamptz not null,
    due_at timestamptz not null,
    claim text,
    -- In a row, since the network last answered.
    failures integer not null default 0
);
create index post_watch_due on post_watch (due_at);
create index post_watch_mission on post_watch (mission_id, due_at);

-- Content goes with its mission in one statement that nobody else sees, so its measurements are taken along here.
create function forget_measured_content() returns trigger language plpgsql as $$
begin
    delete from metric_subject s using old_rows o
    where s.organization_id = o.organization_id and s.mode = o.mode and s.kind = 'CONTENT' and s.subject_id = o.id;
    return null;
end $$;

create trigger content_forgotten after delete on content
    referencing old table as old_rows for each statement execute function forget_measured_content();

-- What a mission's next cycle is to do more of: a share of what went to the rest, from what was measured.
create table mission_emphasis (
    mission_id text not null references mission on delete cascade,
    organization_id text not null,
    mode text not null,
    aspect text not null,
    value text not null,
    share double precision not null,
    primary key (mission_id, aspect)
);
