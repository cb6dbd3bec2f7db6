-- How many charges a period has, counted up to a number.
-- in   :organization :mode text, :missions text[] (null: all), :starts :ends timestamptz (the latter excluded), :most int
-- out  n bigint
select count(*) as n from (
    select 1 from ledger_entry l
    where l.organization_id = :organization and l.mode = :mode and l.state = 'SETTLED'
      and l.at >= :starts and l.at < :ends
      and (cast(:missions as text[]) is null or l.mission_id = any (cast(:missions as text[])))
    limit :most) counted;
