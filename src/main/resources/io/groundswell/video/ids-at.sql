-- Videos of a program that are at addresses, and there: not excluded, and not of a creator that was removed.
-- in   :organization :mode :program text; text[]: :platforms (TikTok's ids), :urls (of those without)
-- out  key, id text
select coalesce(v.platform_id, v.url) as key, v.id::text as id
from (
    select * from video p where p.program_id = cast(:program as uuid) and p.platform_id = any (cast(:platforms as text[]))
    union all
    select * from video u
    where u.program_id = cast(:program as uuid) and u.platform_id is null and u.url = any (cast(:urls as text[]))) v
left join creator c on c.id = v.creator_id
where v.organization_id = :organization and v.mode = :mode and v.tracking_status <> 'EXCLUDED' and c.removed_at is null;
