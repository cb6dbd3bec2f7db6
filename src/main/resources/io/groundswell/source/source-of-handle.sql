-- The source to be asked about a creator: the creator's own account before those that tell of anybody.
-- in   :program uuid, :handle text (as it is written, or null)
-- out  all of its columns
select * from source
where program_id = :program and health <> 'ERROR'
  and (account is null or account = lower(cast(:handle as text)))
order by array_position(array['TIKTOK_ACCOUNT', 'TIKTOK_RESEARCH', 'SANDBOX'], kind)
limit 1;
