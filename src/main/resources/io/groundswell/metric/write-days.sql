-- Writes the days that samples imply, many at once.
-- in   :organization :mode text; arrays of text, an element for each day: :kinds :subjects, :days (dates), and for each
--      counter what was gained, and under its name with _level where it stood when the day ended
-- out  what differs from before, a row for each day where anything does: kind, subject_id text, day date, and a bigint for
--      each counter, by how much more was gained
with given as (
    select *
    from unnest(
        cast(:kinds as text[]), cast(:subjects as text[]), cast(cast(:days as text[]) as date[]),
        cast(cast(:impressions as text[]) as bigint[]), cast(cast(:reach as text[]) as bigint[]),
        cast(cast(:likes as text[]) as bigint[]), cast(cast(:comments as text[]) as bigint[]),
        cast(cast(:shares as text[]) as bigint[]), cast(cast(:saves as text[]) as bigint[]),
        cast(cast(:link_clicks as text[]) as bigint[]), cast(cast(:profile_visits as text[]) as bigint[]),
        cast(cast(:followers_gained as text[]) as bigint[]), cast(cast(:views as text[]) as bigint[]),
        cast(cast(:followers as text[]) as bigint[]), cast(cast(:impressions_level as text[]) as bigint[]),
        cast(cast(:reach_level as text[]) as bigint[]), cast(cast(:likes_level as text[]) as bigint[]),
        cast(cast(:comments_level as text[]) as bigint[]), cast(cast(:shares_level as text[]) as bigint[]),
        cast(cast(:saves_level as text[]) as bigint[]), cast(cast(:link_clicks_level as text[]) as bigint[]),
        cast(cast(:profile_visits_level as text[]) as bigint[]),
        cast(cast(:followers_gained_level as text[]) as bigint[]), cast(cast(:views_level as text[]) as bigint[]),
        cast(cast(:followers_level as text[]) as bigint[])
    ) as d (
        kind, subject_id, day, impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits,
        followers_gained, views, followers, impressions_level, reach_level, likes_level, comments_level, shares_level,
        saves_level, link_clicks_level, profile_visits_level, followers_gained_level, views_level, followers_level)
), before as (
    select d.* from given join metric_day d on d.organization_id = :organization and d.mode = :mode
        and d.kind = given.kind and d.subject_id = given.subject_id and d.day = given.day
), written as (
    insert into metric_day (organization_id, mode, kind, subject_id, day,
        impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained, views,
        followers,
        impressions_level, reach_level, likes_level, comments_level, shares_level, saves_level, link_clicks_level,
        profile_visits_level, followers_gained_level, views_level, followers_level)
    select :organization, :mode, given.* from given
    on conflict (organization_id, mode, kind, subject_id, day) do update set
        impressions = excluded.impressions, reach = excluded.reach, likes = excluded.likes,
        comments = excluded.comments, shares = excluded.shares, saves = excluded.saves,
        link_clicks = excluded.link_clicks, profile_visits = excluded.profile_visits,
        followers_gained = excluded.followers_gained, views = excluded.views, followers = excluded.followers,
        impressions_level = excluded.impressions_level, reach_level = excluded.reach_level,
        likes_level = excluded.likes_level, comments_level = excluded.comments_level,
        shares_level = excluded.shares_level, saves_level = excluded.saves_level,
        link_clicks_level = excluded.link_clicks_level, profile_visits_level = excluded.profile_visits_level,
        followers_gained_level = excluded.followers_gained_level, views_level = excluded.views_level,
        followers_level = excluded.followers_level
)
select * from (
    select kind, subject_id, day,
        coalesce(given.impressions, 0) - coalesce(before.impressions, 0) as impressions,
        coalesce(given.reach, 0) - coalesce(before.reach, 0) as reach,
        coalesce(given.likes, 0) - coalesce(before.likes, 0) as likes,
        coalesce(given.comments, 0) - coalesce(before.comments, 0) as comments,
        coalesce(given.shares, 0) - coalesce(before.shares, 0) as shares,
        coalesce(given.saves, 0) - coalesce(before.saves, 0) as saves,
        coalesce(given.link_clicks, 0) - coalesce(before.link_clicks, 0) as link_clicks,
        coalesce(given.profile_visits, 0) - coalesce(before.profile_visits, 0) as profile_visits,
        coalesce(given.followers_gained, 0) - coalesce(before.followers_gained, 0) as followers_gained,
        coalesce(given.views, 0) - coalesce(before.views, 0) as views,
        coalesce(given.followers, 0) - coalesce(before.followers, 0) as followers
    from given left join before using (kind, subject_id, day)) changed
where (impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained, views,
        followers)
    <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
