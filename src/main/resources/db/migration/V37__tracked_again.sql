-- What is tracked again after a pause starts from a new level. Whatever switches tracking on again sets the mark: of a creator and,
-- since they paused with it, of its videos that are not switched off themselves. Who records the next snapshot reads the mark and takes
-- it away in the same transaction (update … set reset_pending = false where id = … and reset_pending), and records that snapshot as a
-- reset baseline if there was one.
alter table creator add reset_pending boolean not null default false;
alter table video add reset_pending boolean not null default false;

-- A short address does not tell which video it leads to, so that the address itself must be the only one.
create unique index video_address on video (program_id, url) where platform_id is null;

-- The ones that max_tracked_videos_per_org counts, but for those whose creator was removed.
create index video_tracked on video (organization_id, mode, creator_id)
    where disabled_at is null and tracking_status in ('AUTO_TRACKED', 'INCLUDED', 'DIRECT_ADD');

-- A programme that is deleted takes all its creators along, also those that were removed.
create index creator_program on creator (program_id);
