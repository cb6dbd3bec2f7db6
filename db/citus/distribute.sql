-- Puts what visitors of sites do onto the nodes of a Citus cluster, by site. When and how: docs/guides/scale-out-on-citus.md.
--
--     psql -X -1 -v ON_ERROR_STOP=1 -f db/citus/distribute.sql groundswell
--
-- On the coordinator, by the owner of the tables, after the server's migrations, with all servers stopped. In one transaction (-1): it
-- goes as a whole or not at all. Again after an upgrade: what is distributed already is left alone.

do $$
declare
    -- A test holds it to the newest migration: who adds one looks here.
    expected constant int := 67;
    found int;
begin
    if to_regclass('pg_dist_partition') is null then
        raise exception 'The extension citus is not in this database'
            using hint = 'Put citus into shared_preload_libraries on every node, restart, and run: create extension citus';
    end if;
    select max(cast(version as int)) into found from flyway_schema_history where success and version ~ '^[0-9]+$';
    if found is distinct from expected then
        raise exception 'This script is of schema version %, and the database has %', expected, coalesce(found, 0)
            using hint = 'Start the server of the same release as this file once, which migrates the database, and stop it';
    end if;
end $$;

-- Nobody tells events while they move.
lock table site in exclusive mode;

-- Some thousand shards are made: one connection to each node will do.
set local citus.multi_shard_modify_mode = 'sequential';

-- A part of the cluster knows no table of the coordinator. These rows go when forgotten sites are deleted, like all others of a site.
alter table site_fold drop constraint if exists site_fold_site_number_fkey;
alter table session_fold drop constraint if exists session_fold_site_number_fkey;
alter table visitor_count drop constraint if exists visitor_count_site_number_fkey;

-- The tables that grow with what visitors do, each with its key. All rows of a site are on one node, so that a question about a site is
-- answered there, whatever it joins. All other tables stay on the coordinator: they grow with what people do.
do $$
declare
    one record;
begin
    for one in
        select * from (values
            (1, 'event', 'site_number'),
            (2, 'event_key', 'site_number'),
            (3, 'event_minute', 'site_number'),
            (4, 'automaton_day', 'site_number'),
            (5, 'session', 'site_number'),
            (6, 'session_change', 'site_number'),
            -- Positions are beside the figures that they tell of: both are read as of one moment.
            (7, 'session_fold', 'site_number'),
            (8, 'site_fold', 'site_number'),
            (9, 'visitor', 'site_number'),
            (10, 'visitor_count', 'site_number'),
            (11, 'event_figure', 'site_number'),
            (12, 'session_figure', 'site_number'),
            (13, 'user_alias', 'site_number'),
            (14, 'user_erasure', 'site_number'),
            (15, 'event_segment', 'site_number'),
            (16, 'event_column', 'site_number'),
            (17, 'figure_week', 'site_number')
        ) as t (place, name, key)
        order by place
    loop
        if not exists (select from pg_dist_partition where logicalrelid = cast(one.name as regclass)) then
            perform create_distributed_table(
                cast(one.name as regclass), one.key, colocate_with => case when one.place = 1 then 'none' else 'event' end);
        end if;
    end loop;
end $$;

-- What statements about these tables call.
select create_distributed_function(f.name)
from (values
    ('session_length(interval)'),
    ('value_key(text)'),
    ('name_key(uuid)'),
    ('told_properties(jsonb, text, text, text, text, text, text, text, text, text, text)')
) as t (name)
cross join lateral (select cast(t.name as regprocedure) as name) f;
