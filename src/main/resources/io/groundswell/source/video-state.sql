-- When the counters of a video were and are read, and by what.
-- in   :id uuid, :now timestamptz
-- out  as of a creator; there is no profile, and no notice
select s.kind, s.kind is not null and (w.claim is not null or coalesce(w.due_at <= :now, false)) as queued, t.last_at as updated_at,
    case when s.kind is not null and w.claim is null then w.due_at end as due_at,
    case when v.platform_id is null then 'Its short address does not tell which video it leads to' end as notice,
    cast(null as text) as avatar_url, cast(null as text) as bio
from video_watch w
join video v on v.id = w.video_id
join tracked t on t.id = w.video_id
left join creator c on c.id = v.creator_id
left join lateral (
    select s.kind from source s
    where s.program_id = w.program_id and s.health <> 'ERROR' and v.platform_id is not null
      and (s.account is null
        or s.account = lower(coalesce(c.handle, substring(v.url from '/@([A-Za-z0-9._-]{1,30})/'))))
    order by array_position(array['TIKTOK_ACCOUNT', 'TIKTOK_RESEARCH', 'SANDBOX'], s.kind)
    limit 1) s on true
where w.video_id = :id;
