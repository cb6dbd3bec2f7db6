-- What was paid for in a period, one row for each charge, by time.
-- in   :organization :mode text, :missions text[] (null: all), :starts :ends timestamptz (the latter excluded),
--      :after_at (a timestamptz) :after_id (a bigint) text (where to go on), :limit int
-- out  key_at, key_id text, and the columns of Section.COSTS
select cast(l.at as text) as key_at, cast(l.id as text) as key_id,
    l.at, l.provider, l.type, l.model, l.stage, l.mission_id, coalesce(m.name, l.mission_name) as mission_name, l.content_id, l.job_id, l.requests,
    l.tokens, l.images, l.cost_cents
from ledger_entry l left join mission m on m.id = l.mission_id
where l.organization_id = :organization and l.mode = :mode and l.state = 'SETTLED'
  and l.at >= :starts and l.at < :ends
  and (l.at, l.id) > (cast(:after_at as timestamptz), cast(:after_id as bigint))
  and (cast(:missions as text[]) is null or l.mission_id = any (cast(:missions as text[])))
order by l.at, l.id
limit :limit;
