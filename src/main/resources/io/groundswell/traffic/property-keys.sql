-- The keys of a site's newest properties: of the first 100 sets of keys that differ, among 2,000 events.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded)
-- out  key text, in order
with newest as (
    select row_number() over (order by e.at desc, e.seq desc) as age, array(select jsonb_object_keys(e.properties)) as keys,
        concat_ws(' ', case when e.path is not null then 'path' end, case when e.hostname is not null then 'hostname' end,
            case when e.referrer is not null then 'referrer' end, case when e.browser is not null then 'browser' end,
            case when e.os is not null then 'os' end, case when e.device is not null then 'device' end,
            case when e.language is not null then 'language' end, case when e.utm_source is not null then 'utm_source' end,
            case when e.utm_medium is not null then 'utm_medium' end,
            case when e.utm_campaign is not null then 'utm_campaign' end) as columns
    from event e
    where e.site_number = :site and e.at >= :from and e.at < :until
    order by e.at desc, e.seq desc
    limit 2000
), sets as (
    select n.keys, n.columns from newest n group by n.keys, n.columns order by min(n.age) limit 100
)
select k.key
from (select distinct unnest(s.keys || string_to_array(s.columns, ' ')) as key from sets s) k
where length(k.key) <= 256
order by k.key collate "C";
