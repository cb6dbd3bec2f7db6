-- Deletes some counts of automata from before what their sites keep.
-- in   :plans text[], :days text[] (that each of them keeps), :today date
delete from automaton_day
where ctid = any (array(
    select x.ctid
    from kept_since(:plans, cast(cast(:days as text[]) as bigint[]), cast(:today as date)) k
    cross join lateral (
        select x.ctid from automaton_day x where x.site_number = k.site_number and x.day < k.oldest limit 10000) x
    limit 10000));
