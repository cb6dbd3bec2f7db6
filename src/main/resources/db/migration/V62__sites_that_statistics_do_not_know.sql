-- Many sessions, changes of them and visitors of one site are looked up by their keys. While a table has not been analyzed since a site is there, the planner
-- takes the site for one row, and has all of it looked through for each key. Without statistics of this column each site is a two
-- hundredth of the table for it, and the whole key is what it looks up.
alter table session alter column site_number set statistics 0;
alter table visitor alter column site_number set statistics 0;
alter table session_change alter column site_number set statistics 0;
