-- Gives counters of a subject to its callers: forgets what others measured of them.
-- in   :organization :mode :kind :subject text, :counters text[]
-- out  rows written
with taken as (
    update metric_subject set told = told || cast(:counters as text[])
    where organization_id = :organization and mode = :mode and kind = :kind and subject_id = :subject
    returning cast(:counters as text[]) as counters
)
update snapshot s set
    impressions = case when 'IMPRESSIONS' = any(counters) then null else impressions end,
    reach = case when 'REACH' = any(counters) then null else reach end,
    likes = case when 'LIKES' = any(counters) then null else likes end,
    comments = case when 'COMMENTS' = any(counters) then null else comments end,
    shares = case when 'SHARES' = any(counters) then null else shares end,
    saves = case when 'SAVES' = any(counters) then null else saves end,
    link_clicks = case when 'LINK_CLICKS' = any(counters) then null else link_clicks end,
    profile_visits = case when 'PROFILE_VISITS' = any(counters) then null else profile_visits end,
    followers_gained = case when 'FOLLOWERS_GAINED' = any(counters) then null else followers_gained end,
    views = case when 'VIEWS' = any(counters) then null else views end,
    followers = case when 'FOLLOWERS' = any(counters) then null else followers end
from taken
where s.organization_id = :organization and s.mode = :mode and s.kind = :kind and s.subject_id = :subject;
