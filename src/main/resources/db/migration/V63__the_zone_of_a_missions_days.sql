-- The zone with a day of which a mission began, and with a day of which it ends, whatever its own zone is later. Null for one that
-- began within a day, and for those from before this was kept.
alter table mission add column aligned_to text;
