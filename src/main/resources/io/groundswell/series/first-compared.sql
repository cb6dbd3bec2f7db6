-- The oldest snapshot that is no baseline.
-- in   :things text[]
-- out  at timestamptz, null when there is none
select min(t.compared_at) as at from unnest(cast(:things as uuid[])) as w (id) join tracked t on t.id = w.id;
