-- The keys of a site's newest properties: of the first 100 sets of keys that differ, among 2,000 events.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded)
-- out  key text, in order
with newest as (
    select row_number() over (order by e.at desc, e.seq desc) as age, property_keys(e.properties, e.path, e.hostname, e.referrer, e.browser, e.os, e.device, e.language,
        e.utm_source, e.utm_medium, e.utm_campaign) as keys
    from event e
    where e.site_number = :site and e.at >= :from and e.at < :until
    order by e.at desc, e.seq desc
    limit 2000
), sets as (
    select n.keys from newest n group by n.keys order by min(n.age) limit 100
)
select k.key
from (select distinct unnest(s.keys) as key from sets s) k
where length(k.key) <= 256
order by k.key collate "C";
