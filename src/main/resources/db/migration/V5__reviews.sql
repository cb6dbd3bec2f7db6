-- Which words each yes was given to, and what waits to be escalated.

update content set approvals = (
    select jsonb_agg(approval || jsonb_build_object('version', content.version))
    from jsonb_array_elements(approvals) approval)
where jsonb_array_length(approvals) > 0;

create index content_to_escalate on content (mission_id, pending_since)
    where status = 'PENDING_REVIEW' and escalated_at is null;
