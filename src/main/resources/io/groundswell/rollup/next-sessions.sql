-- How far the sessions of a site can be folded in a step.
-- in   :site bigint, :from timestamptz (null for the beginning), :until timestamptz (excluded), :most bigint
-- out  until timestamptz (excluded); more than :most sessions if they start at the same moment. None when there is nothing to do.
with next as (
    select s.start_at from session s
    where s.site_number = :site and s.start_at < :until and (cast(:from as timestamptz) is null or s.start_at >= :from)
    order by s.start_at
    limit :most
)
select least(:until, max(start_at) + interval '1 microsecond') as until from next having count(*) > 0;
