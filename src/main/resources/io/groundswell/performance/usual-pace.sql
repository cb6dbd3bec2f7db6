-- What posts usually gain while they are new: on the day they go out and the next one, by the organization's zone, as far as
-- these days are over or have come.
-- in   :organization :mode text, :platforms text[], :from :now timestamptz: which posts count, and when that is asked; arrays of
--      text, an element for each day that they may have gone out on: :days (dates), :begins :ends (instants), and :overs, when
--      the next day is over
-- out  a row for each platform: platform text, hours double precision (that its posts had in all), impressions, engagements
--      bigint
select p.platform,
    sum(extract(epoch from least(p.new_until, cast(:now as timestamptz)) - p.published_at) / 3600.0)::double precision
        as hours,
    sum(d.impressions)::bigint as impressions, sum(d.engagements)::bigint as engagements
from (
    select post.*, local.day, local.new_until
    from unnest(
        cast(cast(:days as text[]) as date[]), cast(cast(:begins as text[]) as timestamptz[]),
        cast(cast(:ends as text[]) as timestamptz[]), cast(cast(:overs as text[]) as timestamptz[])
    ) as local (day, begins, ends, new_until)
    join published_post post on post.published_at >= local.begins and post.published_at < local.ends
    where post.organization_id = :organization and post.mode = :mode
      and post.published_at >= :from and post.published_at < :now
      and post.platform = any (cast(:platforms as text[]))) p
cross join lateral (
    select coalesce(sum(m.impressions), 0) as impressions,
        coalesce(sum(coalesce(m.likes, 0) + coalesce(m.comments, 0) + coalesce(m.shares, 0) + coalesce(m.saves, 0)
            + coalesce(m.link_clicks, 0)), 0) as engagements
    from metric_day m
    where m.organization_id = p.organization_id and m.mode = p.mode and m.kind = 'CONTENT'
      and m.subject_id = p.content_id and m.day >= p.day and m.day <= p.day + 1) d
group by p.platform;
