-- The samples of each subject from a moment of its own on, in order of time.
-- in   :organization :mode text; arrays of text, an element for each subject: :kinds :subjects, :starts (instants)
-- out  kind, subject_id text, at timestamptz, reset boolean, and a bigint for each counter
select s.kind, s.subject_id, s.at, s.reset,
    s.impressions, s.reach, s.likes, s.comments, s.shares, s.saves, s.link_clicks, s.profile_visits,
    s.followers_gained, s.views, s.followers
from unnest(cast(:kinds as text[]), cast(:subjects as text[]), cast(cast(:starts as text[]) as timestamptz[]))
    as wanted (kind, subject_id, start)
cross join lateral (
    select * from snapshot t
    where t.organization_id = :organization and t.mode = :mode
      and t.kind = wanted.kind and t.subject_id = wanted.subject_id and t.at >= wanted.start) s
order by s.at;
