-- Writes the first sample of a subject that begins with nothing, and the day and the sum that it implies.
-- in   :organization :mode :kind :subject :zone text, :at timestamptz, :day date (of :at in :zone), :counted text[] (columns
--      of the counters that stand at 0; the others are not known)
-- out  1 row written; none, and nothing at all is written, when the subject is known
with counted as (
    select
        case when 'impressions' = any (names) then 0 end as impressions,
        case when 'reach' = any (names) then 0 end as reach,
        case when 'likes' = any (names) then 0 end as likes,
        case when 'comments' = any (names) then 0 end as comments,
        case when 'shares' = any (names) then 0 end as shares,
        case when 'saves' = any (names) then 0 end as saves,
        case when 'link_clicks' = any (names) then 0 end as link_clicks,
        case when 'profile_visits' = any (names) then 0 end as profile_visits,
        case when 'followers_gained' = any (names) then 0 end as followers_gained,
        case when 'views' = any (names) then 0 end as views,
        case when 'followers' = any (names) then 0 end as followers
    from (values (cast(:counted as text[]))) as told (names)
), subject as (
    insert into metric_subject (organization_id, mode, kind, subject_id, zone,
        impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained, views,
        followers)
    select :organization, :mode, :kind, :subject, :zone, counted.* from counted
    on conflict (organization_id, mode, kind, subject_id) do nothing
    returning organization_id, mode, kind, subject_id
), sample as (
    insert into snapshot (organization_id, mode, kind, subject_id, at, reset,
        impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained, views,
        followers)
    select subject.*, cast(:at as timestamptz), false, counted.* from subject cross join counted
)
insert into metric_day (organization_id, mode, kind, subject_id, day,
    impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained, views,
    followers,
    impressions_level, reach_level, likes_level, comments_level, shares_level, saves_level, link_clicks_level,
    profile_visits_level, followers_gained_level, views_level, followers_level)
select subject.*, cast(:day as date), counted.*, counted.* from subject cross join counted;
