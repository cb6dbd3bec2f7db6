-- Counts what automata told.
-- in   :sites text[] (of numbers), :categories :names text[], :events text[] (of counts; one of each for each request), :today date
insert into automaton_day (site_number, day, category, name, requests, events)
select t.site_number, cast(:today as date), t.category, t.name, count(*), sum(t.events)
from unnest(
    cast(cast(:sites as text[]) as bigint[]),
    cast(:categories as text[]),
    cast(:names as text[]),
    cast(cast(:events as text[]) as bigint[])) as t (site_number, category, name, events)
group by t.site_number, t.category, t.name
order by t.site_number, t.category, t.name
on conflict (site_number, day, category, name)
do update set requests = automaton_day.requests + excluded.requests, events = automaton_day.events + excluded.events;
