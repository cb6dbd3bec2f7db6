package io.groundswell.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.clock.ServerClock;
import io.groundswell.content.ContentStatus;
import io.groundswell.database.Sql;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.PublishingLife.Move;
import io.groundswell.publishing.PublishingLife.Step;
import io.groundswell.publishing.sandbox.SandboxFaults;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever people, rounds, a bad network and time do to a mission's items, in whatever order: every item keeps to the
 * contract's table, what goes out was approved and free to go, nothing goes out twice, and the counts add up. The
 * sequences are jqwik's; its engine cannot run inside the server's test, so that drawing and shrinking are done here.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PublishingLifeTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final long SEED = 20_300_115;
    private static final int SEQUENCES = 50;
    private static final int MOST_STEPS = 60;
    private static final int MOST_SHRINKS = 200;
    private static final int ITEMS = 3;

    /**
     * An item, and what the network has of it in its book.
     *
     * @param awaited whether a job is to give it other words
     * @param posts how many versions of it are out
     * @param out the version that was posted last; 0 when none was
     */
    private record Item(
            String id,
            ContentStatus status,
            int version,
            boolean awaited,
            boolean held,
            Instant dueAt,
            boolean reviewed,
            long posts,
            long told,
            int out) {}

    @Inject
    ContentFixture fixture;

    @Inject
    SandboxFaults faults;

    @Inject
    ServerClock serverClock;

    @Inject
    Clock clock;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private static final Set<Move> SCHEDULING =
            EnumSet.of(Move.APPROVE_FOR_LATER, Move.SCHEDULE, Move.SCHEDULE_AT_BEST_TIME);

    /** An item of which a post may be out, edited: what chance alone would seldom bring about. */
    private static final List<Move> LOST_AND_EDITED = List.of(
            Move.APPROVE_FOR_LATER,
            Move.HOURS_PASS,
            Move.NETWORK_FALLS_SILENT,
            Move.RUN_PUBLISHER,
            Move.EDIT,
            Move.APPROVE);

    private final Set<String> seen = new HashSet<>();

    @AfterEach
    void restore() {
        faults.clear();
        serverClock.reset();
        rows.clear();
    }

    @Test
    void items_keep_to_the_table_whatever_happens() {
        JqwikSession.run(() -> {
            var sequences = sequences();
            var random = new Random(SEED);
            for (var sequence = 0; sequence < SEQUENCES; sequence++) {
                var drawn = sequences.next(random);
                failure(drawn.value()).ifPresent(error -> {
                    throw new AssertionError(
                            "Shortest sequence found: " + shortest(drawn).value(), error);
                });
            }
        });
        // Otherwise the sequences would prove little.
        assertThat(seen)
                .contains(
                        "draft>approved",
                        "draft>scheduled",
                        "draft>rejected",
                        "pending_review>approved",
                        "pending_review>rejected",
                        "approved>rejected",
                        "approved>scheduled",
                        "approved>published",
                        "scheduled>approved",
                        "scheduled>published",
                        "scheduled>failed",
                        "failed>scheduled",
                        "failed>published",
                        "published>archived",
                        "approved>draft",
                        "draft>pending_review",
                        "rejected>pending_review",
                        "scheduled>pending_review",
                        "failed>pending_review",
                        "published in earlier words");
    }

    private static RandomGenerator<List<Step>> sequences() {
        var moves = Arrays.stream(Move.values())
                .map(move -> Tuple.of(move.isRare() ? 1 : 5, List.of(move)))
                .collect(Collectors.toCollection(ArrayList::new));
        moves.add(Tuple.of(5, LOST_AND_EDITED));
        return Combinators.combine(
                        Arbitraries.frequency(moves), Arbitraries.integers().between(0, ITEMS - 1))
                .as((some, item) ->
                        some.stream().map(move -> new Step(move, item)).toList())
                .list()
                .ofMaxSize(MOST_STEPS)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(scenes -> scenes.stream().flatMap(List::stream).toList())
                .generator(1000);
    }

    private Shrinkable<List<Step>> shortest(Shrinkable<List<Step>> failing) {
        var shortest = failing;
        for (var tries = 0; tries < MOST_SHRINKS; ) {
            var before = tries;
            for (var simpler : shortest.shrink().limit(MOST_SHRINKS - tries).toList()) {
                tries++;
                if (failure(simpler.value()).isPresent()) {
                    shortest = simpler;
                    break;
                }
                if (tries == MOST_SHRINKS) {
                    return shortest;
                }
            }
            if (tries == before) {
                return shortest;
            }
        }
        return shortest;
    }

    private Optional<AssertionError> failure(List<Step> steps) {
        try {
            live(steps);
            return Optional.empty();
        } catch (AssertionError error) {
            return Optional.of(error);
        }
    }

    private void live(List<Step> steps) {
        faults.clear();
        serverClock.set(NOW);
        rows.clear();
        var organization = Api.organization();
        var owner = new Owner(organization.id(), Mode.TEST);
        var mission = fixture.mission(owner, "{\"require_approval\": true, \"auto_approve_after_hours\": 2}");
        for (var number = 0; number < ITEMS; number++) {
            var id = fixture.draft(owner, mission, Platform.TWITTER, NOW.plus(Duration.ofHours(number)), 0.5);
            if (number > 0) {
                fixture.decide(owner, id);
            }
        }
        var world = new World(organization.test(), mission, fixture, faults, serverClock, clock);
        for (var step : steps) {
            take(world, step);
        }
    }

    private void take(World world, Step step) {
        var missionBefore = missionStatus(world);
        var before = items(world);
        var target = before.get(step.item());
        var now = clock.instant();
        // When
        var answer = PublishingLife.make(step.move(), world, target.id());
        // Then
        var after = items(world);
        for (var at = 0; at < ITEMS; at++) {
            var was = before.get(at);
            var is = after.get(at);
            assertThat(step.move().mayLeave(was.status(), is.status(), at == step.item()))
                    .as("%s took an item from %s to %s", step, was.status(), is.status())
                    .isTrue();
            if (was.awaited() && !step.move().isLegalWhileWordsAreAwaited()) {
                assertThat(is).as("%s of an item that awaits its words", step).isEqualTo(was);
            }
            if (was.status() != is.status()) {
                seen.add(was.status() + ">" + is.status());
            }
            if (is.status() == ContentStatus.PUBLISHED) {
                assertThat(is.version()).as("the version that readers see").isEqualTo(is.out());
                if (is.version() < was.version()) {
                    seen.add("published in earlier words");
                }
            }
            assertThat(is.posts()).as("posts of one item").isLessThanOrEqualTo(1);
            assertThat(is.told()).as("calls to post one item").isEqualTo(is.posts());
            if (is.posts() > was.posts()) {
                assertThat(is.out()).as("the version that went out").isEqualTo(was.version());
                assertMayGoOut(step, was, at == step.item(), missionBefore, now);
            }
        }
        assertAnswer(step, target, missionBefore, answer);
        assertCounts(world, after);
    }

    private static void assertMayGoOut(Step step, Item was, boolean isTarget, String mission, Instant now) {
        assertThat(was.reviewed()).as("approved before it went out").isTrue();
        assertThat(mission).isNotEqualTo("PAUSED");
        if (step.move() == Move.PUBLISH) {
            assertThat(isTarget).isTrue();
            assertThat(Move.PUBLISH.isLegalFrom(was.status())).isTrue();
        } else {
            assertThat(step.move()).isEqualTo(Move.RUN_PUBLISHER);
            assertThat(mission).isEqualTo("ACTIVE");
            assertThat(was.status()).isEqualTo(ContentStatus.SCHEDULED);
            assertThat(was.held()).isFalse();
            // The round began a moment after it was looked at.
            assertThat(was.dueAt()).isBefore(now.plusSeconds(5));
        }
    }

    private static void assertAnswer(Step step, Item target, String mission, int answer) {
        if (step.move().isOfOneItem()) {
            var scheduling = SCHEDULING.contains(step.move());
            var legal = step.move().isLegalFrom(target.status())
                    && !(target.awaited() && !step.move().isLegalWhileWordsAreAwaited())
                    && !(step.move() == Move.PUBLISH && mission.equals("PAUSED"))
                    && !(scheduling && mission.equals("COMPLETED"));
            assertThat(answer)
                    .as("%s of an item that is %s in a mission that is %s", step, target.status(), mission)
                    .isIn(legal ? legalAnswers(step.move()) : Set.of(409));
        }
    }

    private static Set<Integer> legalAnswers(Move move) {
        return move == Move.PUBLISH ? Set.of(200, 503) : Set.of(200);
    }

    private void assertCounts(World world, List<Item> items) {
        var counts = JsonPath.from(
                        Missions.status(world.key(), world.mission()).extract().asString())
                .<String, Integer>getMap("content");
        var open = items.stream()
                .map(Item::status)
                .filter(status -> Set.of(ContentStatus.DRAFT, ContentStatus.REJECTED, ContentStatus.FAILED)
                        .contains(status))
                .count();
        assertThat(counts.get("generated"))
                .isEqualTo(counts.get("pending_review") + counts.get("approved") + (int) open);
        assertThat(counts.get("scheduled")).isEqualTo(count(items, ContentStatus.SCHEDULED));
        assertThat(counts.get("published")).isEqualTo(count(items, ContentStatus.PUBLISHED));
        assertThat(counts.get("generated")).isEqualTo(ITEMS - count(items, ContentStatus.ARCHIVED));
    }

    private static int count(List<Item> items, ContentStatus status) {
        return (int) items.stream().filter(item -> item.status() == status).count();
    }

    private String missionStatus(World world) {
        return rows.texts("select status from mission where id = '" + world.mission() + "'")
                .get(0);
    }

    private List<Item> items(World world) {
        return new ArrayList<>(Sql.text("""
                        select c.id, c.status, c.version, c.rewrite_job_id is not null as awaited, c.hold,
                               c.publish_due_at, c.reviewed_by is not null as reviewed, b.*
                        from content c
                        cross join lateral (
                            select count(*) as posts, coalesce(sum(told), 0) as told,
                                   coalesce(max(cast(split_part(p.reference, ':', 2) as int)), 0) as out
                            from sandbox_post p where p.reference like c.id || ':%') b
                        where c.mission_id = :mission order by c.slot""")
                .list(
                        database,
                        Map.of("mission", world.mission()),
                        row -> new Item(
                                row.getString("id"),
                                ContentStatus.valueOf(row.getString("status")),
                                row.getInt("version"),
                                row.getBoolean("awaited"),
                                row.getBoolean("hold"),
                                Sql.instant(row, "publish_due_at"),
                                row.getBoolean("reviewed"),
                                row.getLong("posts"),
                                row.getLong("told"),
                                row.getInt("out"))));
    }
}
