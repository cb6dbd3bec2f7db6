-- What a mission's posts gained in two stretches of days, one right after the other.
-- in   :organization :mode :mission text, :previous :last :until date: where the first begins, the second, and its end
-- out  a row for each platform and stretch with a measured day: platform text, is_last boolean,
--      and a bigint for each counter of a post
select c.platform, d.day >= cast(:last as date) as is_last,
    coalesce(sum(d.impressions), 0) as impressions, coalesce(sum(d.reach), 0) as reach,
    coalesce(sum(d.likes), 0) as likes, coalesce(sum(d.comments), 0) as comments,
    coalesce(sum(d.shares), 0) as shares, coalesce(sum(d.saves), 0) as saves,
    coalesce(sum(d.link_clicks), 0) as link_clicks, coalesce(sum(d.profile_visits), 0) as profile_visits,
    coalesce(sum(d.followers_gained), 0) as followers_gained
from content c
join metric_day d on d.organization_id = c.organization_id and d.mode = c.mode
    and d.kind = 'CONTENT' and d.subject_id = c.id
    and d.day >= cast(:previous as date) and d.day < cast(:until as date)
where c.organization_id = :organization and c.mode = :mode and c.mission_id = :mission and c.published_at is not null
group by c.platform, is_last;
