-- What posts usually gain while they are new: on the day they go out and the next one, by the organization's zone, as far as
-- these days are over or have come.
-- in   :organization :mode :zone text, :from :now timestamptz: which posts count, and when that is asked
-- out  a row for each platform: platform text, hours double precision (that its posts had in all), impressions, engagements
--      bigint
select p.platform,
    sum(extract(epoch from least(p.new_until, cast(:now as timestamptz)) - p.published_at) / 3600.0)::double precision
        as hours,
    sum(d.impressions)::bigint as impressions, sum(d.engagements)::bigint as engagements
from (
    select *, (published_at at time zone :zone)::date as day,
        ((published_at at time zone :zone)::date + 2)::timestamp at time zone :zone as new_until
    from published_post
    where organization_id = :organization and mode = :mode and published_at >= :from and published_at < :now) p
cross join lateral (
    select coalesce(sum(m.impressions), 0) as impressions,
        coalesce(sum(coalesce(m.likes, 0) + coalesce(m.comments, 0) + coalesce(m.shares, 0) + coalesce(m.saves, 0)
            + coalesce(m.link_clicks, 0)), 0) as engagements
    from metric_day m
    where m.organization_id = p.organization_id and m.mode = p.mode and m.kind = 'CONTENT'
      and m.subject_id = p.content_id and m.day in (p.day, p.day + 1)) d
group by p.platform;
