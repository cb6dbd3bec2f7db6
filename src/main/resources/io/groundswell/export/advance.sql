-- Writes down how far an export is, and makes its lease longer.
-- in   :id :section :after_at :after_id text, :rows_total :rows_done :bytes :stored_bytes bigint, :chunks int,
--      :lease timestamptz
update export set section = cast(:section as text), after_at = :after_at, after_id = :after_id,
    rows_total = cast(:rows_total as bigint), rows_done = :rows_done, chunks = :chunks, bytes = :bytes,
    stored_bytes = :stored_bytes, due_at = :lease, attempts = 0
where id = :id;
