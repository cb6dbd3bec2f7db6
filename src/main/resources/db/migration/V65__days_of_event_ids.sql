-- Which ids are old, a few pages tell only until rows come where others went: from then on each page has rows of many days, and all of
-- them had to be read. Rows of one day share their entries.
create index event_key_day on event_key (seen_on);
drop index event_key_age;
