-- How many days of posts a period has, counted up to a number.
-- in   :organization :mode text, :missions text[] (null: all), :first :last date, :most int
-- out  n bigint
select count(*) as n from (
    select 1 from metric_day d join published_post p on p.content_id = d.subject_id
    where d.organization_id = :organization and d.mode = :mode and d.kind = 'CONTENT'
      and d.day >= :first and d.day <= :last
      and (cast(:missions as text[]) is null or p.mission_id = any (cast(:missions as text[])))
    limit :most) counted;
