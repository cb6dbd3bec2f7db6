-- Events of a user of a site that are in the figures.
-- in   :site bigint, :user bigint (key), :until bigint (number)
-- out  as counted-events.sql
select e.at at time zone 'UTC' as at, e.user_key, e.name as event, e.country, e.path, e.hostname, e.referrer, e.browser, e.os,
    e.device, e.language, e.utm_source, e.utm_medium, e.utm_campaign
from counted_event e
where e.site_number = :site and e.user_key = :user and e.seq <= :until;
