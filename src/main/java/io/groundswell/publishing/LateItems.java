package io.groundswell.publishing;

import io.groundswell.content.ContentMoves;
import io.groundswell.content.Moment;
import io.groundswell.mission.MissionService;
import io.groundswell.publishing.Reslotting.Late;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Spreads what a rest made late, so that it does not go out all at once. The caller holds the {@link Agenda}. */
@ApplicationScoped
class LateItems {
    private final ContentMoves moves;
    private final MissionService missions;
    private final Reslotting reslotting;

    LateItems(ContentMoves moves, MissionService missions, Reslotting reslotting) {
        this.moves = moves;
        this.missions = missions;
        this.reslotting = reslotting;
    }

    /** Gives a mission's scheduled items new slots, in order; what has no room before the mission's end is held back. */
    void move(Owner owner, String missionId, List<Late> late) {
        if (late.isEmpty()) {
            return;
        }
        var moments = reslotting.inOrder(missions.get(owner, missionId), late);
        for (var index = 0; index < late.size(); index++) {
            move(owner, late.get(index), moments.get(index));
        }
    }

    private void move(Owner owner, Late item, Optional<Moment> moment) {
        moment.ifPresentOrElse(
                free -> moves.schedule(owner, item.id(), free), () -> moves.unschedule(owner, item.id(), true));
    }
}
