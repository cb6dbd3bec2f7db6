-- Properties of events, taken from columns instead of whole rows: a part of a distributed table is a table of its own, whose rows no
-- function of rows of "event" takes. What was there before stays for servers that still run.

-- As they were told. Null for none.
create function told_properties(
    properties jsonb, path text, hostname text, referrer text, browser text, os text, device text, language text,
    utm_source text, utm_medium text, utm_campaign text) returns jsonb language sql stable parallel safe as $$
    select nullif(
        coalesce(properties, '{}') || jsonb_strip_nulls(jsonb_build_object(
            'path', path, 'hostname', hostname, 'referrer', referrer, 'browser', browser, 'os', os, 'device', device,
            'language', language, 'utm_source', utm_source, 'utm_medium', utm_medium, 'utm_campaign', utm_campaign)),
        '{}')
$$;

-- Their keys; those of equal sets in the same order.
create function property_keys(
    properties jsonb, path text, hostname text, referrer text, browser text, os text, device text, language text,
    utm_source text, utm_medium text, utm_campaign text) returns text[] language sql immutable parallel safe as $$
    select array_remove(array[
        case when path is not null then 'path' end,
        case when hostname is not null then 'hostname' end,
        case when referrer is not null then 'referrer' end,
        case when browser is not null then 'browser' end,
        case when os is not null then 'os' end,
        case when device is not null then 'device' end,
        case when language is not null then 'language' end,
        case when utm_source is not null then 'utm_source' end,
        case when utm_medium is not null then 'utm_medium' end,
        case when utm_campaign is not null then 'utm_campaign' end], null)
        || array(select jsonb_object_keys(properties))
$$;
