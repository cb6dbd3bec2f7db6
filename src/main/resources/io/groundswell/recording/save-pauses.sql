-- Keeps pauses, and what is their first snapshot.
-- in   :ids text[]; arrays of bigint, an element for each pause: :afters :firsts (microseconds since 1970), :tolds (1 or 0)
insert into tracked_pause as old (id, after, first_at, told)
select w.id, timestamptz 'epoch' + w.after * interval '1 microsecond', timestamptz 'epoch' + w.first * interval '1 microsecond', w.told = 1
from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:afters as bigint[]), cast(:firsts as bigint[]), cast(:tolds as bigint[]))
    as w (id, after, first, told)
order by w.id, w.after
on conflict (id, after) do update set first_at = excluded.first_at, told = excluded.told;
