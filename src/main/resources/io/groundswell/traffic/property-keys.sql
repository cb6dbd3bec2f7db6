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
    select n.age, array(
        select hot.key
        from (values ('path', n.path), ('hostname', n.hostname), ('referrer', n.referrer), ('browser', n.browser),
            ('os', n.os), ('device', n.device), ('language', n.language), ('utm_source', n.utm_source),
            ('utm_medium', n.utm_medium), ('utm_campaign', n.utm_campaign)) as hot (key, value)
        where hot.value is not null
        union all
        select rest.key from jsonb_object_keys(n.properties) as rest (key) where length(rest.key) <= 256
        order by 1) as keys
    from newest n
), sets as (
    select k.keys from keyed k group by k.keys order by min(k.age) limit 100
)
select k.key from (select distinct unnest(s.keys) as key from sets s) k order by k.key collate "C";
