-- A programme with 300 creators, 10,000 videos of theirs that were posted in the last year, and 2,000 more for long histories.
-- Needs the setting bench.organization.
insert into program (id, organization_id, mode, name, created_at, updated_at)
values (gen_random_uuid(), current_setting('bench.organization'), 'LIVE', 'Bench', now(), now());
insert into creator (id, organization_id, mode, program_id, handle, metadata, tracking_mode, tracking_start_date, created_at,
    updated_at)
select gen_random_uuid(), p.organization_id, p.mode, p.id, 'creator' || n, '{}', 'AUTO', now(), now(), now()
from program p cross join generate_series(1, 300) n
where p.organization_id = current_setting('bench.organization');
insert into video (id, organization_id, mode, program_id, creator_id, platform_id, url, title, metadata, tracking_status, posted_at,
    created_at, updated_at)
select gen_random_uuid(), c.organization_id, c.mode, c.program_id, c.id, n::text, 'https://example.com/' || n, 'Video ' || n, '{}',
    'AUTO_TRACKED', now() - (n % 365) * interval '1 day', now(), now()
from generate_series(1, 12000) n
join (select row_number() over (order by handle) as number, * from creator
      where organization_id = current_setting('bench.organization')) c on c.number = n % 300 + 1;
analyze;
