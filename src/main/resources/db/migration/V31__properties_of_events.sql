-- Properties of events, wherever they are kept.

-- As they were told. Null for none.
create function told_properties(e event) returns jsonb language sql stable parallel safe as $$
    select nullif(
        coalesce(e.properties, '{}') || jsonb_strip_nulls(jsonb_build_object(
            'path', e.path, 'hostname', e.hostname, 'referrer', e.referrer, 'browser', e.browser, 'os', e.os,
            'device', e.device, 'language', e.language, 'utm_source', e.utm_source, 'utm_medium', e.utm_medium,
            'utm_campaign', e.utm_campaign)),
        '{}')
$$;

-- Their keys; those of equal sets in the same order.
create function property_keys(e event) returns text[] language sql immutable parallel safe as $$
    select array_remove(array[
        case when e.path is not null then 'path' end,
        case when e.hostname is not null then 'hostname' end,
        case when e.referrer is not null then 'referrer' end,
        case when e.browser is not null then 'browser' end,
        case when e.os is not null then 'os' end,
        case when e.device is not null then 'device' end,
        case when e.language is not null then 'language' end,
        case when e.utm_source is not null then 'utm_source' end,
        case when e.utm_medium is not null then 'utm_medium' end,
        case when e.utm_campaign is not null then 'utm_campaign' end], null)
        || array(select jsonb_object_keys(e.properties))
$$;
