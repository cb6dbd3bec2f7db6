-- Which words each yes was given to.

update content set approvals = (
    select jsonb_agg(approval || jsonb_build_object('version', content.version))
    from jsonb_array_elements(approvals) approval)
where jsonb_array_length(approvals) > 0;
