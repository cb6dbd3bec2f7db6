-- What creators are to reach, and how it is found how far they came.

create table goal (
    id uuid primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    program_id uuid not null references program on delete cascade,
    creator_id uuid not null references creator on delete cascade,
    -- POSTS, VIEWS, ENGAGEMENT or FOLLOWERS.
    type text not null,
    -- Each DAILY, WEEKLY or MONTHLY anew.
    period text not null,
    target numeric not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index goal_of_creator on goal (creator_id, created_at desc, id desc);
create index goal_of_program on goal (program_id);

-- What goals of posts count.
create index video_posted on video (creator_id, posted_at)
    where disabled_at is null and tracking_status in ('AUTO_TRACKED', 'INCLUDED', 'DIRECT_ADD');
-- What goals of views leave out.
create index video_switched_off on video (creator_id)
    where disabled_at is not null and tracking_status in ('AUTO_TRACKED', 'INCLUDED', 'DIRECT_ADD');
