-- Counts questions about a site, in all and on a day. Not worth a wait for the disk: a crash of the database may undo it.
-- in   :site text, :day date, :reads bigint
-- out  one row is written; none when there is no such site any more
with unhurried as (
    select set_config('synchronous_commit', 'off', true)
), counted as (
    update site set total_reads = total_reads + :reads from unhurried where id = :site returning id
)
insert into site_usage as u (site_id, day, reads)
select id, :day, :reads from counted
on conflict (site_id, day) do update set reads = u.reads + excluded.reads;
