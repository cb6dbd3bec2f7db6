-- Events of a site by their numbers.
-- in   :site bigint, :after bigint (excluded), :until bigint
-- out  at timestamp (in UTC), user_key bigint, and a text for each dimension; each but the first may be null
select e.at at time zone 'UTC' as at, e.user_key, e.name as event, e.country, e.path, e.hostname, e.referrer, e.browser, e.os,
    e.device, e.language, e.utm_source, e.utm_medium, e.utm_campaign
from counted_event e
where e.site_number = :site and e.seq > :after and e.seq <= :until;
