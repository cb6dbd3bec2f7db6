-- The month, in the zone that its organization had then, whose limit a reservation is booked against: what becomes of it later is
-- booked there, too. Null where a server of before wrote it.
alter table ledger_entry add column month text;
