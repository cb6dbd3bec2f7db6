package io.groundswell.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.goal.Actuals;
import io.groundswell.goal.GoalType;
import io.groundswell.recording.RecordingService;
import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goals are measured by, over PostgreSQL, against the days of the reference: from days that are kept, and while they move. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PeriodFiguresTest {
    @Inject
    AgroalDataSource database;

    @Inject
    RecordingService recording;

    @Inject
    Actuals actuals;

    @Inject
    PeriodFigures figures;

    private World world;
    private ZoneId zone;
    private SlowPeriods slow;

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
    void whoever_is_asked_about_the_figures_are_those_of_the_reference(long seed) {
        // Given
        var random = new Random(seed);
        zone = Worlds.ZONES.get(random.nextInt(Worlds.ZONES.size()));
        var programme = Programme.in(zone);
        var one = Worlds.any(random);
        world = one.world();
        Api.setClock(one.wish().now());
        new WorldFixture(database, programme.owner(), zone).record(world, recording, random);
        var disabled = new HashSet<UUID>();
        for (var video : world.videos.keySet()) {
            if (random.nextInt(3) == 0) {
                run("update video set disabled_at = now() where id = '%s'".formatted(video));
                disabled.add(video);
            }
        }
        slow = new SlowPeriods(world, zone, disabled);
        var days = random.ints(12, -25, 25)
                .mapToObj(shift -> one.wish().now().atZone(zone).toLocalDate().plusDays(shift))
                .toList();
        // Then
        assertSame(programme, days, random);
        // Given
        run("update tracked set zone = 'Etc/GMT+11' where organization_id = '%s' and kind = 'VIDEO'"
                .formatted(programme.organization().id()));
        // Then
        assertSame(programme, days, random);
    }

    private void assertSame(Programme programme, List<LocalDate> days, Random random) {
        var creators = world.seen("creator");
        for (var from : days) {
            var to = from.plusDays(1 + random.nextInt(31));
            for (var type : GoalType.values()) {
                var told = actuals.of(programme.owner(), type, creators, from, to);
                assertThat(told.keySet()).isEqualTo(Set.copyOf(creators));
                for (var creator : creators) {
                    assertThat(told.get(creator).doubleValue())
                            .as("%s of %s from %s to %s in %s", type, creator, from, to, zone)
                            .isCloseTo(slow.actual(type, creator, from, to), within(1e-9));
                }
            }
            var views = figures.allViews(programme.owner(), zone, creators, new Span(from, to.minusDays(1)));
            for (var creator : creators) {
                assertThat(views.get(creator).doubleValue())
                        .as("All views of %s from %s to %s in %s", creator, from, to, zone)
                        .isEqualTo(slow.allViews(creator, from, to));
            }
        }
    }

    private void run(String statement) {
        Sql.text(statement).update(database, Map.of());
    }
}
