package io.groundswell.publishing;

import java.util.List;

/** Slots in order of time, and how many turns the platforms had when planning goes on after them. */
public record SlotPlan(List<Slot> slots, int nextTurn) {
    public SlotPlan {
        slots = List.copyOf(slots);
    }
}
