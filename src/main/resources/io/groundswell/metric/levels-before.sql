-- Where each subject's counters stood before a day of its own; no row for a subject that has no earlier day.
-- in   :organization :mode text; arrays of text, an element for each subject: :kinds :subjects, :days (dates)
-- out  kind, subject_id text, and a bigint for each counter
select d.kind, d.subject_id,
    d.impressions_level as impressions, d.reach_level as reach, d.likes_level as likes,
    d.comments_level as comments, d.shares_level as shares, d.saves_level as saves,
    d.link_clicks_level as link_clicks, d.profile_visits_level as profile_visits,
    d.followers_gained_level as followers_gained, d.views_level as views, d.followers_level as followers
from unnest(cast(:kinds as text[]), cast(:subjects as text[]), cast(cast(:days as text[]) as date[]))
    as wanted (kind, subject_id, day)
cross join lateral (
    select * from metric_day t
    where t.organization_id = :organization and t.mode = :mode
      and t.kind = wanted.kind and t.subject_id = wanted.subject_id and t.day < wanted.day
    order by t.day desc
    limit 1) d;
