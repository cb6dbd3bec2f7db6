-- Pauses of videos and creators that are over: the first snapshot later than all that were known only sets a level. It is looked up
-- here, for it may be told again, or one may come late that is the first instead.
create table tracked_pause (
    id uuid not null references tracked on delete cascade,
    -- The last snapshot that was known.
    after timestamptz not null,
    -- The first one after it.
    first_at timestamptz not null,
    -- Whether that was told as a baseline besides, and so stays one.
    told boolean not null,
    primary key (id, after)
);
