-- What has been due for longest, and how many sources did not do well when they were last asked.
-- out  creators videos timestamptz, failing bigint
select (select min(due_at) from creator_watch where due_at is not null) as creators,
    (select min(due_at) from video_watch where due_at is not null) as videos,
    (select count(*) from source where health <> 'HEALTHY') as failing;
