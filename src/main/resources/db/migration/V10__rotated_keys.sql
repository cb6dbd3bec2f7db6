-- When a key got its successor: it is rotated once, and goes on beside it for the grace period.
alter table api_key add column rotated_at timestamptz;
