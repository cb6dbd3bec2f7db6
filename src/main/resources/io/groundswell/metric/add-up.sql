-- What each subject gained in all its days. Each is looked up by itself: a join may read every day of the organization.
-- in   :organization :mode :zone text (whose days they are); arrays of text, an element for each subject: :kinds :subjects
-- out  rows written
update metric_subject s set zone = :zone,
    impressions = t.impressions, reach = t.reach, likes = t.likes, comments = t.comments, shares = t.shares,
    saves = t.saves, link_clicks = t.link_clicks, profile_visits = t.profile_visits,
    followers_gained = t.followers_gained, views = t.views, followers = t.followers
from (
    select wanted.kind, wanted.subject_id, gained.*
    from unnest(cast(:kinds as text[]), cast(:subjects as text[])) as wanted (kind, subject_id)
    cross join lateral (
        select
            sum(d.impressions) as impressions, sum(d.reach) as reach, sum(d.likes) as likes,
            sum(d.comments) as comments, sum(d.shares) as shares, sum(d.saves) as saves,
            sum(d.link_clicks) as link_clicks, sum(d.profile_visits) as profile_visits,
            sum(d.followers_gained) as followers_gained, sum(d.views) as views, sum(d.followers) as followers
        from metric_day d
        where d.organization_id = :organization and d.mode = :mode
          and d.kind = wanted.kind and d.subject_id = wanted.subject_id) gained) t
where s.organization_id = :organization and s.mode = :mode and s.kind = t.kind and s.subject_id = t.subject_id;
