-- Makes the milestones of creators what their snapshots say: for each threshold the first snapshot at or above it, if it is no
-- baseline; of several that are passed within a second, the highest. What was marked before the oldest snapshot that is kept
-- stays, and is not passed again.
-- Looks only at creators with a milestone after the earliest snapshot that was written, or with a threshold between the level
-- before that and the highest since: of others nothing is passed, and nothing was.
-- in   :organization :mode text; arrays of text, an element for each creator: :creators, :since (instants); an element for each
--      threshold: :thresholds (numbers), :titles; :now :news_since timestamptz
-- out  those that are at :news_since or later and were not known: creator_id uuid, program_id uuid, handle text, title text,
--      threshold bigint, at timestamptz
with step as (
    select cast(s.threshold as bigint) as threshold, s.title
    from unnest(cast(:thresholds as text[]), cast(:titles as text[])) as s (threshold, title)
), written as (
    select cast(w.id as uuid) as id, cast(w.since as timestamptz) as since
    from unnest(cast(:creators as text[]), cast(:since as text[])) as w (id, since)
), wanted as (
    select w.id
    from written w
    left join lateral (
        select t.followers from tracked_snapshot t where t.id = w.id and t.at < w.since order by t.at desc limit 1
    ) before on true
    cross join lateral (
        select max(t.followers) as followers from tracked_snapshot t where t.id = w.id and t.at >= w.since) highest
    where exists (
            select from step
            where step.threshold > coalesce(before.followers, 0) and step.threshold <= highest.followers)
        or exists (
            select from annotation a
            where a.organization_id = :organization and a.mode = :mode and a.scope = 'CREATOR'
              and a.entity_id = w.id::text and a.kind = 'CREATOR_MILESTONE' and a.at >= date_trunc('second', w.since))
), known as (
    select w.id, oldest.at as first_at, a.at, cast(a.details ->> 'threshold' as bigint) as threshold
    from wanted w
    cross join lateral (select t.at from tracked_snapshot t where t.id = w.id order by t.at limit 1) oldest
    left join annotation a on a.organization_id = :organization and a.mode = :mode and a.scope = 'CREATOR'
        and a.entity_id = w.id::text and a.kind = 'CREATOR_MILESTONE'
), since as (
    select id, min(first_at) as first_at, coalesce(max(threshold) filter (where at <= first_at), 0) as passed
    from known
    group by id
), level as (
    select s.id, t.at, t.reset, t.followers,
        max(t.followers) over (
            partition by s.id order by t.at rows between unbounded preceding and 1 preceding) as most
    from since s join tracked_snapshot t on t.id = s.id and t.followers is not null
), passed as (
    select l.id, date_trunc('second', l.at) as at, max(step.threshold) as threshold
    from level l
    join since s on s.id = l.id
    join step on step.threshold <= l.followers and step.threshold > greatest(l.most, s.passed)
    where l.most is not null and not l.reset
    group by l.id, date_trunc('second', l.at)
), gone as (
    delete from annotation a
    using since s
    where a.organization_id = :organization and a.mode = :mode and a.scope = 'CREATOR' and a.entity_id = s.id::text
      and a.kind = 'CREATOR_MILESTONE' and a.at > s.first_at
      and not exists (select from passed p where p.id = s.id and p.at = a.at)
), marked as (
    insert into annotation (id, organization_id, mode, version, scope, entity_id, kind, at, title, details, created_at, updated_at)
    select 'auto:creator_milestone:' || p.id || ':' || to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        :organization, :mode, 0, 'CREATOR', p.id::text, 'CREATOR_MILESTONE', p.at, step.title,
        jsonb_build_object('threshold', p.threshold::text), :now, :now
    from passed p join step on step.threshold = p.threshold
    on conflict (id) do update set
        title = excluded.title, details = excluded.details, updated_at = excluded.updated_at
        where annotation.title <> excluded.title
    returning entity_id, title, at, cast(details ->> 'threshold' as bigint) as threshold
)
select c.id as creator_id, c.program_id, c.handle, m.title, m.threshold, m.at
from marked m join creator c on c.id = cast(m.entity_id as uuid)
where m.at >= :news_since
  and not exists (select from known k where k.id = c.id and k.threshold = m.threshold)
order by m.at, c.id;
