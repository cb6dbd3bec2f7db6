-- Sources of a programme, the newest first.
-- in   :program uuid, :at timestamptz and :id uuid (the last of the page before, or null), :most int
-- out  all of their columns
select * from source
where program_id = :program
  and (cast(:at as timestamptz) is null or (created_at, id) < (cast(:at as timestamptz), cast(cast(:id as uuid) as text)))
order by created_at desc, id desc
limit :most;
