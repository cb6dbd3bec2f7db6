-- Adds what a structure says from a day on.
-- in   :structure uuid, :number int, :from date or null, :kind text, :period text or null, :amount bigint or null,
--      :goal_type text or null, :goal_target numeric or null, :cpm bigint or null, :minimum bigint or null, :cap bigint or null,
--      :threshold bigint or null, :now timestamptz
insert into payout_version (structure_id, number, effective_from, kind, period, amount_cents, goal_type, goal_target, cpm_cents,
    minimum_cents, cap_cents, threshold_views, created_at)
values (:structure, :number, :from, :kind, :period, :amount, :goal_type, :goal_target, :cpm, :minimum, :cap, :threshold, :now);
