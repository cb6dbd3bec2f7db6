-- Comments of a video, the newest first.
-- in   :organization :mode text, :video text; :at :key text, of the comment before, or null; :most int
-- out  id, key, author, body text, at timestamptz, score double precision, null where no word is known
select c.id, c.key, c.author, c.body, c.at, c.score
from video_comment c
where c.organization_id = :organization and c.mode = :mode and c.video_id = cast(:video as uuid)
  and (cast(:key as text) is null or (c.at, c.key) < (cast(:at as timestamptz), cast(:key as uuid)))
order by c.at desc, c.key desc
limit :most;
