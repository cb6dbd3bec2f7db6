-- How many items belong to a period, counted up to a number.
-- in   :organization :mode text, :missions text[] (null: all), :starts :ends timestamptz (the latter excluded), :most int
-- out  n bigint
select count(*) as n from (
    select 1 from content c
    where c.organization_id = :organization and c.mode = :mode
      and c.created_at >= :starts and c.created_at < :ends
      and (cast(:missions as text[]) is null or c.mission_id = any (cast(:missions as text[])))
    union all
    select 1 from published_post p join content c on c.id = p.content_id
    where p.organization_id = :organization and p.mode = :mode
      and p.published_at >= :starts and p.published_at < :ends and c.created_at < :starts
      and (cast(:missions as text[]) is null or p.mission_id = any (cast(:missions as text[])))
    limit :most) counted;
