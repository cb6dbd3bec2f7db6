-- Ends the making of an export, whose recipient is told if it has one.
-- in   :id :status :failure :failure_reason text, :now :expires timestamptz
update export set status = :status, failure = cast(:failure as text), failure_reason = cast(:failure_reason as text),
    completed_at = :now, expires_at = :expires, claim = null, attempts = 0,
    work = case when email_to is null then null else 'MAIL' end, due_at = case when email_to is null then null else cast(:now as timestamptz) end
where id = :id;
