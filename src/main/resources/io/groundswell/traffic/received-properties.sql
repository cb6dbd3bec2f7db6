-- The keys of properties that came with each name of events, among the newest events of a site that have properties.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :sample bigint
-- out  key text, event text, in order; at most 10,000
with newest as (
    select e.name, property_keys(e.properties, e.path, e.hostname, e.referrer, e.browser, e.os, e.device, e.language,
        e.utm_source, e.utm_medium, e.utm_campaign) as keys
    from event e
    where e.site_number = :site and e.at >= :from and e.at < :until
        and (e.properties is not null or num_nonnulls(e.path, e.hostname, e.referrer, e.browser, e.os, e.device, e.language,
            e.utm_source, e.utm_medium, e.utm_campaign) > 0)
    order by e.at desc, e.seq desc
    limit :sample
), sets as (
    -- Few, as a rule: to take each event's keys apart would make tens of thousands of pairs.
    select distinct n.name, n.keys from newest n
)
select r.key, r.name as event
from (select distinct unnest(s.keys) as key, s.name from sets s) r
where length(r.key) <= 256
order by r.key collate "C", r.name collate "C"
limit 10000;
