package io.groundswell.publishing;

import io.groundswell.content.Content;
import io.groundswell.content.Moment;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.Platform;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds new moments for a mission's items that cannot go out at theirs. The caller holds the {@link Agenda}. */
@ApplicationScoped
class Reslotting {
    private final Agenda agenda;
    private final MissionService missions;
    private final EngagementSource engagement;
    private final Clock clock;

    Reslotting(Agenda agenda, MissionService missions, EngagementSource engagement, Clock clock) {
        this.agenda = agenda;
        this.missions = missions;
        this.engagement = engagement;
        this.clock = clock;
    }

    record Late(String id, Platform platform) {}

    /** One moment for each, in their order and before the mission's end; none for what has no room there. */
    List<Optional<Moment>> inOrder(Mission mission, List<Late> late) {
        var room = new Span(soon(), mission.endsAt());
        var taken =
                agenda.takenAround(mission, room, late.stream().map(Late::id).toList());
        return catchUp(mission)
                .reslot(late.stream().map(Late::platform).toList(), room.from(), room.until(), taken)
                .stream()
                .map(slot -> slot.map(Reslotting::moment))
                .toList();
    }

    /**
     * The item's next moment; none without room before its mission's end. Items that are late together come one by one
     * and in no certain order, so each leaves the moments that are due to those before it.
     */
    Optional<Moment> next(Content content) {
        var mission = missions.get(content.owner(), content.missionId());
        var self = new Late(content.id(), content.platform());
        var late = agenda.late(mission, clock.instant().minus(Courier.TOO_LATE));
        if (!late.contains(self)) {
            late = Stream.concat(late.stream(), Stream.of(self)).toList();
        }
        return inOrder(mission, late).get(late.indexOf(self));
    }

    /** The moment nearest to one ahead that another post has taken: on its day, else the item's next. */
    Optional<Moment> near(Content content, Moment planned) {
        var mission = missions.get(content.owner(), content.missionId());
        var taken = agenda.takenAround(mission, new Span(soon(), mission.endsAt()), List.of(content.id()));
        return catchUp(mission)
                .nearby(content.platform(), planned.at(), soon(), mission.endsAt(), taken)
                .map(Reslotting::moment)
                .or(() -> next(content));
    }

    private CatchUp catchUp(Mission mission) {
        var history = engagement.ifWanted(mission.owner(), mission.constraints());
        return new CatchUp(mission.constraints(), mission.startsAt(), history);
    }

    private Instant soon() {
        return clock.instant().plusSeconds(1);
    }

    private static Moment moment(Slot slot) {
        return new Moment(slot.at(), slot.offset());
    }
}
