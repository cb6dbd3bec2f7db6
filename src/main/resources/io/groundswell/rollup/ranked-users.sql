-- Who is behind the values of a ranking, as far as they are folded.
-- in   :site bigint, :kind int (of its figures), :name_key bigint (hash of the name of the events; 0 for all), and one element of each
--      for each value: :keys (uuids) :firsts :lasts (days) text[]
-- out  value_key uuid, users bytea
select r.value_key, f.users
from unnest(
    cast(cast(:keys as text[]) as uuid[]),
    cast(cast(:firsts as text[]) as date[]),
    cast(cast(:lasts as text[]) as date[])) as r (value_key, first, last)
cross join lateral generate_series(cast(r.first as timestamp), cast(r.last as timestamp), interval '1 day') d
cross join lateral (
    -- The limit has each looked up: there are far more figures than are wanted here.
    select f.users from event_figure f
    where f.site_number = :site and f.name_key = :name_key and f.kind = :kind and f.day = cast(d as date)
        and f.value_key = r.value_key
    limit 1
) f
where f.users is not null;
