-- The keys of a site's newest properties: of the first 100 sets of keys that differ, among 2,000 events.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded)
-- out  key text, in order
with newest as (
    select row_number() over (order by e.at desc, e.seq desc) as age, e.path, e.hostname, e.referrer, e.browser, e.os,
        e.device, e.language, e.utm_source, e.utm_medium, e.utm_campaign, e.properties
    from event e
    where e.site_number = :site and e.at >= :from and e.at < :until
    order by e.at desc, e.seq desc
    limit 2000
), keyed as (
    select n.age, array_remove(array[
        case when n.path is not null then 'path' end,
        case when n.hostname is not null then 'hostname' end,
        case when n.referrer is not null then 'referrer' end,
        case when n.browser is not null then 'browser' end,
        case when n.os is not null then 'os' end,
        case when n.device is not null then 'device' end,
        case when n.language is not null then 'language' end,
        case when n.utm_source is not null then 'utm_source' end,
        case when n.utm_medium is not null then 'utm_medium' end,
        case when n.utm_campaign is not null then 'utm_campaign' end], null)
        -- Those of equal sets come in the same order.
        || array(select jsonb_object_keys(n.properties)) as keys
    from newest n
), sets as (
    select k.keys from keyed k group by k.keys order by min(k.age) limit 100
)
select k.key
from (select distinct unnest(s.keys) as key from sets s) k
where length(k.key) <= 256
order by k.key collate "C";
