-- Writes comments of a video, or writes them anew.
-- in   :organization :mode text, :video text; :ids :authors :texts :times text[], :scores text[], an element for each comment
insert into video_comment (video_id, id, organization_id, mode, program_id, author, body, at, score)
select v.id, c.id, v.organization_id, v.mode, v.program_id, c.author, c.body, cast(c.at as timestamptz),
    cast(c.score as double precision)
from video v
cross join unnest(cast(:ids as text[]), cast(:authors as text[]), cast(:texts as text[]), cast(:times as text[]),
    cast(:scores as text[])) as c (id, author, body, at, score)
where v.organization_id = :organization and v.mode = :mode and v.id = cast(:video as uuid)
on conflict (video_id, id) do update
    set author = excluded.author, body = excluded.body, at = excluded.at, score = excluded.score;
