-- Forgets the days of subjects, which are about to be made anew.
-- in   :organization :mode text; arrays of text, an element for each subject: :kinds :subjects
-- out  what was gained on them, below 0 as it is no more, a row for each day: kind, subject_id text, day date, and a bigint
--      for each counter
delete from metric_day
where organization_id = :organization and mode = :mode
  and (kind, subject_id) in (select * from unnest(cast(:kinds as text[]), cast(:subjects as text[])))
returning kind, subject_id, day,
    -coalesce(impressions, 0) as impressions, -coalesce(reach, 0) as reach, -coalesce(likes, 0) as likes,
    -coalesce(comments, 0) as comments, -coalesce(shares, 0) as shares, -coalesce(saves, 0) as saves,
    -coalesce(link_clicks, 0) as link_clicks, -coalesce(profile_visits, 0) as profile_visits,
    -coalesce(followers_gained, 0) as followers_gained, -coalesce(views, 0) as views,
    -coalesce(followers, 0) as followers;
