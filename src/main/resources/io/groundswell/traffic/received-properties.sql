-- The keys of properties that came with each name of events, among the newest events of a site that have properties.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :sample bigint
-- out  key text, event text, in order; at most 10,000
with newest as (
    select e.name, e.properties, e.path, e.hostname, e.referrer, e.browser, e.os, e.device, e.language, e.utm_source, e.utm_medium,
        e.utm_campaign
    from event e
    where e.site_number = :site and e.at >= :from and e.at < :until
        and (e.properties is not null or num_nonnulls(e.path, e.hostname, e.referrer, e.browser, e.os, e.device, e.language,
            e.utm_source, e.utm_medium, e.utm_campaign) > 0)
    order by e.at desc, e.seq desc
    limit :sample
),
columns as (
    select n.name, count(n.path) as path, count(n.hostname) as hostname, count(n.referrer) as referrer, count(n.browser) as browser,
        count(n.os) as os, count(n.device) as device, count(n.language) as language, count(n.utm_source) as utm_source,
        count(n.utm_medium) as utm_medium, count(n.utm_campaign) as utm_campaign
    from newest n
    group by n.name
),
received as (
    select c.key, n.name
    from columns n
    cross join lateral (values
        ('path', n.path), ('hostname', n.hostname), ('referrer', n.referrer), ('browser', n.browser), ('os', n.os),
        ('device', n.device), ('language', n.language), ('utm_source', n.utm_source), ('utm_medium', n.utm_medium),
        ('utm_campaign', n.utm_campaign)) c (key, events)
    where c.events > 0
    union
    select distinct jsonb_object_keys(n.properties), n.name from newest n
)
select r.key, r.name as event
from received r
where length(r.key) <= 256
order by r.key collate "C", r.name collate "C"
limit 10000;
