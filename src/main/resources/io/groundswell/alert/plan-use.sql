-- How much of what plans hold is used by organizations, and whether there is an alert about it.
-- out  organization_id text, mode text, of text, the name of a limit; current bigint, plan text, override numeric, what the organization
--      was given in place of the plan's, or null; told boolean
with used as (
    select organization_id, mode, 'MAX_CREATORS_PER_ORG' as of, count(*) as current
    from creator
    where removed_at is null
    group by organization_id, mode
    union all
    select v.organization_id, v.mode, 'MAX_TRACKED_VIDEOS_PER_ORG', count(*)
    from video v left join creator c on c.id = v.creator_id
    where v.disabled_at is null and v.tracking_status in ('AUTO_TRACKED', 'INCLUDED', 'DIRECT_ADD') and c.removed_at is null
    group by v.organization_id, v.mode
), told as (
    select organization_id, mode, upper(cause) as of from alert
    where kind = 'PLAN_LIMIT_CLOSE' and ended_at is null
      and cause in ('max_creators_per_org', 'max_tracked_videos_per_org')
)
select organization_id, mode, of, coalesce(u.current, 0) as current, o.plan, cast(o.limits ->> lower(of) as numeric) as override,
    t.of is not null as told
from used u
full join told t using (organization_id, mode, of)
join organization o on o.id = organization_id;
