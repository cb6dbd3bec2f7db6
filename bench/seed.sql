-- Fills one organization with missions and their content, written in a year up to now.
-- in   settings bench.organization text, bench.missions int, bench.items int
-- The triggers on content keep the tally, as they do for every other writer. Whatever the number of items, the one in
-- the middle is cnt_0000000001000000. Nothing is due: what is scheduled is so for a later year.
with number as (
    select i, now() - make_interval(secs => 31536000.0 * i / current_setting('bench.missions')::int) as at
    from generate_series(1, current_setting('bench.missions')::int) i
)
insert into mission (id, organization_id, mode, version, name, description, status, objectives, platforms, constraints,
                     kpis, duration_days, starts_at, ends_at, pipeline_job_id, created_by, created_at, updated_at)
select 'msn_' || lpad(i::text, 16, '0'), current_setting('bench.organization'), 'LIVE', 3, 'Launch number ' || i,
       'What people who run their own servers should know about release ' || i,
       (array['ACTIVE', 'ACTIVE', 'COMPLETED', 'PAUSED', 'DRAFT'])[1 + i % 5],
       array['Raise awareness among developers', 'Bring 500 readers a week to the guide'],
       array[(array['TWITTER', 'THREADS'])[1 + i % 2], 'LINKEDIN', (array['INSTAGRAM', 'FACEBOOK', 'BLOG'])[1 + i % 3]],
       '{"tone": "friendly and precise", "cadence": "DAILY", "posts_per_day": 3, "posting_times": ["09:00", "17:30"],
         "timezone": "Europe/Berlin", "budget_cents": 50000, "excluded_topics": ["politics"], "use_optimal_times": true,
         "include_code_snippets": true, "link_to": "https://example.com/guide"}',
       '[{"metric": "ENGAGEMENT_RATE", "target": 3.5, "platform": "all"}]',
       365, at, at + interval '3650 days', 'job_' || lpad(i::text, 16, '0'), 'usr_bench', at, at
from number;

with number as (
    select i, 1 + i % current_setting('bench.missions')::int as m, abs(hashint4(i)) % 100 as share,
           i / current_setting('bench.missions')::int as slot,
           now() - make_interval(secs => 31536000.0 * i / current_setting('bench.items')::int) as at
    from generate_series(1, current_setting('bench.items')::int) i
), item as (
    select n.*, mission.platforms[1 + n.slot % 3] as platform,
           case when share < 70 then 'PUBLISHED' when share < 78 then 'SCHEDULED' when share < 84 then 'APPROVED'
                when share < 92 then 'PENDING_REVIEW' when share < 96 then 'DRAFT' when share < 98 then 'REJECTED'
                when share < 99 then 'FAILED' else 'ARCHIVED' end as status
    from number n join mission on mission.id = 'msn_' || lpad(n.m::text, 16, '0')
)
insert into content (id, organization_id, mode, mission_id, lock_version, version, platform, type, status, copy, visuals,
                     metadata, planned_for, planned_offset_seconds, scheduled_for, scheduled_offset_seconds, timezone,
                     hold, published_at, platform_post_id, platform_url, publish_attempts, publish_tried, publish_due_at,
                     review_required, pending_since, reviewed_by, reviewed_at, review_notes, approvals, archived_at,
                     cycle, slot, created_at, updated_at)
select 'cnt_' || lpad((1000000 + i - current_setting('bench.items')::int / 2)::text, 16, '0'), current_setting('bench.organization'), 'LIVE', 'msn_' || lpad(m::text, 16, '0'),
       3, 1, platform,
       case when slot % 2 = 0 then 'POST' when platform in ('TWITTER', 'THREADS') then 'THREAD'
            when platform in ('LINKEDIN', 'BLOG') then 'ARTICLE' else 'STORY' end,
       status,
       jsonb_build_object(
           'primary', 'Item ' || i || repeat(' of a series for people who would rather run it than rent it.', 8),
           'headline', 'Own your launch, part ' || slot, 'hook', 'You do not need an account anywhere for this.',
           'body', repeat('Every step is a command that you can read before it runs. ', 6),
           'cta', 'Read the whole guide', 'hashtags', jsonb_build_array('#SelfHosted', '#Launch', '#OpenSource'),
           'mentions', '[]'::jsonb, 'alt_text', 'A card with the title of part ' || slot,
           'thread_parts', '[]'::jsonb, 'first_comment', 'The link is in the profile.',
           'variations', '[{"id": "var_a", "label": "A", "primary": "Shorter: run it yourself.", "weight": 0.5}]'::jsonb),
       jsonb_build_array(jsonb_build_object(
           'type', 'IMAGE', 'url', 'https://example.com/media/' || i || '.png', 'thumbnail_url', null,
           'alt_text', 'A card with the title of part ' || slot, 'dimensions', '{"width": 1200, "height": 675}'::jsonb,
           'format', 'png', 'file_size_bytes', 48213, 'position', 1)),
       jsonb_build_object(
           'campaign', 'Launch number ' || m, 'topic', 'Backups', 'pillar', 'Running it', 'tags', '["ops", "backup"]'::jsonb,
           'language', 'en', 'tone', 'friendly and precise', 'target_audience', 'developers',
           'confidence_score', 0.5 + share / 250.0, 'generation_model', 'sandbox', 'generation_cost_cents', 4),
       at + interval '1 day', 3600,
       case status when 'SCHEDULED' then at + interval '3650 days' when 'PUBLISHED' then at + interval '1 day' end,
       case when status in ('SCHEDULED', 'PUBLISHED') then 3600 end,
       'Europe/Berlin', status = 'APPROVED',
       case status when 'PUBLISHED' then at + interval '1 day' end,
       case status when 'PUBLISHED' then 'post_' || i end,
       case status when 'PUBLISHED' then 'https://example.com/posts/' || i end,
       case status when 'PUBLISHED' then 1 else 0 end, status = 'PUBLISHED',
       case status when 'SCHEDULED' then at + interval '3650 days' end,
       true, case status when 'PENDING_REVIEW' then at end,
       case when status in ('APPROVED', 'SCHEDULED', 'PUBLISHED') then 'usr_bench' end,
       case when status in ('APPROVED', 'SCHEDULED', 'PUBLISHED') then at end,
       case when status in ('APPROVED', 'SCHEDULED', 'PUBLISHED') then 'Good to go' end,
       '[]', case status when 'ARCHIVED' then at end, 1, slot, at, at
from item;

vacuum (analyze);
