-- Which of some ids of events a site knows.
-- in   :site bigint, :keys text[] (of uuids)
-- out  key text
select cast(k.key as text) as key
from event_key k
where k.site_number = :site and k.key = any (cast(cast(:keys as text[]) as uuid[]));
