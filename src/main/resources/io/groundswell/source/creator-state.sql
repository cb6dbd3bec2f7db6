-- When a creator was and is looked up, and by what.
-- in   :id uuid, :now timestamptz
-- out  kind text (null when there is nobody to ask), queued boolean, updated_at due_at timestamptz, notice avatar_url bio text
select s.kind, s.kind is not null and (w.claim is not null or coalesce(w.due_at <= :now, false)) as queued, w.updated_at,
    case when s.kind is not null and w.claim is null then w.due_at end as due_at, w.notice, w.avatar_url, w.bio
from creator_watch w
join creator c on c.id = w.creator_id
left join lateral (
    select s.kind from source s
    where s.program_id = w.program_id and s.health <> 'ERROR' and (s.account is null or s.account = lower(c.handle))
    order by array_position(array['TIKTOK_ACCOUNT', 'TIKTOK_RESEARCH', 'SANDBOX'], s.kind)
    limit 1) s on true
where w.creator_id = :id;
