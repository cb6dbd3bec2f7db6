-- The counters that callers tell of a thing: from the first time on, nobody else's numbers count for them.
alter table metric_subject add column told text[] not null default '{}';
