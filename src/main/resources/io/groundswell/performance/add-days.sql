-- Adds what posts gained more than was known to these posts, to the days of their missions and of the organization.
-- in   :organization :mode text; arrays of text, an element for each day of a post: :posts, :days (dates), and for each
--      counter of a post by how much more was gained
-- out  rows written for the organization
with more as (
    select p.mission_id, p.platform, m.*
    from unnest(
        cast(:posts as text[]), cast(cast(:days as text[]) as date[]),
        cast(cast(:impressions as text[]) as bigint[]), cast(cast(:reach as text[]) as bigint[]),
        cast(cast(:likes as text[]) as bigint[]), cast(cast(:comments as text[]) as bigint[]),
        cast(cast(:shares as text[]) as bigint[]), cast(cast(:saves as text[]) as bigint[]),
        cast(cast(:link_clicks as text[]) as bigint[]), cast(cast(:profile_visits as text[]) as bigint[]),
        cast(cast(:followers_gained as text[]) as bigint[])
    ) as m (content_id, day,
        impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained)
    join published_post p on p.content_id = m.content_id
), missions as (
    insert into mission_day (organization_id, mode, mission_id, day, platform,
        impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained)
    select :organization, :mode, mission_id, day, platform,
        sum(more.impressions) as impressions, sum(more.reach) as reach, sum(more.likes) as likes,
        sum(more.comments) as comments, sum(more.shares) as shares, sum(more.saves) as saves,
        sum(more.link_clicks) as link_clicks, sum(more.profile_visits) as profile_visits,
        sum(more.followers_gained) as followers_gained
    from more group by mission_id, day, platform order by mission_id, day, platform
    on conflict (organization_id, mode, mission_id, day, platform) do update set
        impressions = mission_day.impressions + excluded.impressions, reach = mission_day.reach + excluded.reach,
        likes = mission_day.likes + excluded.likes, comments = mission_day.comments + excluded.comments,
        shares = mission_day.shares + excluded.shares, saves = mission_day.saves + excluded.saves,
        link_clicks = mission_day.link_clicks + excluded.link_clicks,
        profile_visits = mission_day.profile_visits + excluded.profile_visits,
        followers_gained = mission_day.followers_gained + excluded.followers_gained
), posts as (
    update published_post p set impressions = p.impressions + m.impressions, engagements = p.engagements + m.engagements
    from (
        select content_id, sum(impressions) as impressions,
            sum(likes + comments + shares + saves + link_clicks) as engagements
        from more group by content_id) m
    where p.content_id = m.content_id and (m.impressions, m.engagements) <> (0, 0)
)
insert into organization_day (organization_id, mode, day, platform,
    impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained)
select :organization, :mode, day, platform,
    sum(more.impressions) as impressions, sum(more.reach) as reach, sum(more.likes) as likes,
    sum(more.comments) as comments, sum(more.shares) as shares, sum(more.saves) as saves,
    sum(more.link_clicks) as link_clicks, sum(more.profile_visits) as profile_visits,
    sum(more.followers_gained) as followers_gained
from more group by day, platform order by day, platform
on conflict (organization_id, mode, day, platform) do update set
    impressions = organization_day.impressions + excluded.impressions, reach = organization_day.reach + excluded.reach,
    likes = organization_day.likes + excluded.likes, comments = organization_day.comments + excluded.comments,
    shares = organization_day.shares + excluded.shares, saves = organization_day.saves + excluded.saves,
    link_clicks = organization_day.link_clicks + excluded.link_clicks,
    profile_visits = organization_day.profile_visits + excluded.profile_visits,
    followers_gained = organization_day.followers_gained + excluded.followers_gained;
