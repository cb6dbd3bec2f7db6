package io.groundswell.mission;

import static io.groundswell.mission.MissionStatus.ACTIVE;
import static io.groundswell.mission.MissionStatus.COMPLETED;
import static io.groundswell.mission.MissionStatus.DRAFT;
import static io.groundswell.mission.MissionStatus.PAUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MissionLifeProperties {
    private static final Instant BORN = Instant.parse("2030-01-10T10:30:00Z");

    enum Move {
        START(Mission::start),
        PAUSE(Mission::pause),
        RESUME(Mission::resume),
        COMPLETE(Mission::complete),
        DELETE(Mission::delete);

        private final BiConsumer<Mission, Instant> move;

        Move(BiConsumer<Mission, Instant> move) {
            this.move = move;
        }
    }

    /** What each move leads to; what is missing is refused. */
    private static final Map<MissionStatus, Map<Move, MissionStatus>> LEGAL = Map.of(
            DRAFT, Map.of(Move.START, ACTIVE, Move.DELETE, DRAFT),
            ACTIVE, Map.of(Move.PAUSE, PAUSED, Move.COMPLETE, COMPLETED),
            PAUSED, Map.of(Move.RESUME, ACTIVE, Move.COMPLETE, COMPLETED, Move.DELETE, PAUSED),
            COMPLETED, Map.of(Move.DELETE, COMPLETED));

    @Property
    void a_mission_follows_the_table_and_a_refused_move_changes_nothing(
            @ForAll @Size(max = 30) List<Move> moves, @ForAll @IntRange(min = 0, max = 200_000) int pace) {
        // Given
        var mission = new Mission("msn_1", new Owner("tnt_1", Mode.LIVE), "usr_1", new SomeBrief().build(), BORN);
        var expected = DRAFT;
        var paused = Duration.ZERO;
        var completedInPause = false;
        var now = BORN;
        for (var move : moves) {
            // When
            now = now.plusSeconds(pace);
            var legal = LEGAL.get(expected).get(move);
            var before = seen(mission);
            var refused = refuses(mission, move, now);
            // Then
            assertThat(refused).isEqualTo(legal == null);
            if (refused) {
                assertThat(seen(mission)).isEqualTo(before);
            }
            paused = expected == PAUSED && legal == ACTIVE ? paused.plus(sincePause(before, now)) : paused;
            completedInPause = completedInPause || expected == PAUSED && legal == COMPLETED;
            expected = legal == null ? expected : legal;
            assertThat(mission.status()).isEqualTo(expected);
            assertConsistent(mission, paused, completedInPause);
        }
    }

    private static void assertConsistent(Mission mission, Duration paused, boolean completedInPause) {
        var ran = mission.status() != DRAFT;
        assertThat(mission.pipelineJobId() != null).isEqualTo(ran);
        assertThat(mission.startsAt() != null).isEqualTo(ran);
        // One that was completed in a pause tells when that began.
        assertThat(mission.pausedAt() != null).isEqualTo(mission.status() == PAUSED || completedInPause);
        assertThat(mission.term().completedAt() != null).isEqualTo(mission.status() == COMPLETED);
        if (ran && !DayEnds.include(mission.endsAt(), mission.constraints().zone())) {
            assertThat(mission.endsAt())
                    .isEqualTo(mission.startsAt().plus(Duration.ofDays(14)).plus(paused));
        }
    }

    private static Duration sincePause(Map<String, Object> before, Instant now) {
        return Duration.between((Instant) before.get("paused"), now);
    }

    private static boolean refuses(Mission mission, Move move, Instant now) {
        try {
            move.move.accept(mission, now);
            return false;
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(MissionError.MISSION_STATE);
            return true;
        }
    }

    private static Map<String, Object> seen(Mission mission) {
        return Map.of(
                "status", mission.status(),
                "paused", mission.pausedAt() == null ? Instant.MIN : mission.pausedAt(),
                "ends", mission.endsAt() == null ? Instant.MIN : mission.endsAt(),
                "completed",
                        mission.term().completedAt() == null
                                ? Instant.MIN
                                : mission.term().completedAt(),
                "updated", mission.updatedAt());
    }
}
