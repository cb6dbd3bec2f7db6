-- Adds one row to a cycle's calendar; one that is there already stays as it is.
-- in   :organization :mode :mission text, :cycle :slot int, :at timestamptz, :offset int,
--      :platform :type :pillar :topic text, :number int, :content text
-- out  1 when the row was added
insert into calendar_slot (organization_id, mode, mission_id, cycle, slot, at, offset_seconds, platform, type, pillar,
                           topic, number, content_id)
values (:organization, :mode, :mission, :cycle, :slot, :at, :offset, :platform, :type, :pillar, :topic, :number, :content)
on conflict (mission_id, cycle, slot) do nothing;
