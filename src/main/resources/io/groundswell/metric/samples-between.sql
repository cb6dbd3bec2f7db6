-- The samples of all subjects of a kind in a stretch of time, each subject's in order of time.
-- in   :organization :mode :kind text, :from :until timestamptz (left out), :limit int
-- out  kind, subject_id text, at timestamptz, reset boolean, and a bigint for each counter
select s.kind, s.subject_id, s.at, s.reset,
    s.impressions, s.reach, s.likes, s.comments, s.shares, s.saves, s.link_clicks, s.profile_visits,
    s.followers_gained, s.views, s.followers
from (
    select * from snapshot
    where organization_id = :organization and mode = :mode and kind = :kind and at >= :from and at < :until
    limit :limit) s
order by s.subject_id, s.at;
