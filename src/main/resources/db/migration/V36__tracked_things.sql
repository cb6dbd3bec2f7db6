-- What programmes of creators track: creators, videos, and campaigns, which are named sets of both and of other campaigns.

create table creator (
    id uuid primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    program_id uuid not null references program on delete cascade,
    -- Without the @, in the case that its owner writes it.
    handle text not null,
    display_name text,
    readme text,
    metadata jsonb not null,
    -- What becomes of videos that are found from now on: AUTO or SELECTIVE.
    tracking_mode text not null,
    tracking_start_date date not null,
    -- Nothing new is fetched of it, but it keeps counting; null while it is tracked.
    disabled_at timestamptz,
    -- It and its videos are not there for anybody until its handle is added again; null while it is.
    removed_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index creator_handle on creator (program_id, lower(handle)) where removed_at is null;
create index creator_removed on creator (program_id, lower(handle), removed_at desc) where removed_at is not null;
create index creator_list on creator (organization_id, mode, created_at desc, id desc) where removed_at is null;
create index creator_of_program on creator (program_id, created_at desc, id desc) where removed_at is null;

create table video (
    id uuid primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    program_id uuid not null references program on delete cascade,
    -- Null where it was added by its address and nobody knows whose it is.
    creator_id uuid references creator on delete cascade,
    platform_id text,
    url text not null,
    title text,
    readme text,
    metadata jsonb not null,
    -- AUTO_TRACKED, PENDING_REVIEW, INCLUDED, EXCLUDED or DIRECT_ADD.
    tracking_status text not null,
    posted_at timestamptz,
    -- Nothing new is fetched of it, but it keeps counting; null while it is tracked.
    disabled_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index video_list on video (organization_id, mode, created_at desc, id desc);
create index video_of_program on video (program_id, created_at desc, id desc);
create index video_of_creator on video (creator_id, created_at desc, id desc);
create unique index video_platform on video (program_id, platform_id) where platform_id is not null;

create table campaign (
    id uuid primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    program_id uuid not null references program on delete cascade,
    name text not null,
    readme text,
    metadata jsonb not null,
    target_views bigint,
    target_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index campaign_list on campaign (organization_id, mode, created_at desc, id desc);
create index campaign_of_program on campaign (program_id, created_at desc, id desc);

-- One of the three is not null. A creator that is removed stays an item, and shows again when it comes back.
create table campaign_item (
    campaign_id uuid not null references campaign on delete cascade,
    creator_id uuid references creator on delete cascade,
    video_id uuid references video on delete cascade,
    nested_id uuid references campaign on delete cascade,
    organization_id text not null,
    mode text not null,
    added_at timestamptz not null,
    constraint campaign_item_is_one check (num_nonnulls(creator_id, video_id, nested_id) = 1)
);
create unique index campaign_item_creator on campaign_item (campaign_id, creator_id) where creator_id is not null;
create unique index campaign_item_video on campaign_item (campaign_id, video_id) where video_id is not null;
create unique index campaign_item_nested on campaign_item (campaign_id, nested_id) where nested_id is not null;
create index campaign_item_of_creator on campaign_item (creator_id) where creator_id is not null;
create index campaign_item_of_video on campaign_item (video_id) where video_id is not null;
create index campaign_item_of_nested on campaign_item (nested_id) where nested_id is not null;

-- Videos that count towards their creator, their campaigns and their programme.
create view counted_video as
select v.id, v.organization_id, v.mode, v.program_id, v.creator_id, v.posted_at, v.title, v.url, v.disabled_at
from video v left join creator c on c.id = v.creator_id
where v.tracking_status in ('AUTO_TRACKED', 'INCLUDED', 'DIRECT_ADD') and c.removed_at is null;

-- What was measured of a video or creator goes with it.
create function forget_measured_videos() returns trigger language plpgsql as $$
begin
    delete from metric_subject s using old_rows o
    where s.organization_id = o.organization_id and s.mode = o.mode and s.kind = 'VIDEO' and s.subject_id = o.id::text;
    return null;
end $$;

create trigger video_forgotten after delete on video
    referencing old table as old_rows for each statement execute function forget_measured_videos();

create function forget_measured_creators() returns trigger language plpgsql as $$
begin
    delete from metric_subject s using old_rows o
    where s.organization_id = o.organization_id and s.mode = o.mode and s.kind = 'CREATOR' and s.subject_id = o.id::text;
    return null;
end $$;

create trigger creator_forgotten after delete on creator
    referencing old table as old_rows for each statement execute function forget_measured_creators();
