package io.groundswell.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.series.World.Campaign;
import io.groundswell.series.World.Creator;
import io.groundswell.series.World.Item;
import io.groundswell.series.World.Snap;
import io.groundswell.series.World.Video;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer is told again for as long as nothing has changed that it is made of, and not a moment longer. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeptAnswersTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    private final UUID creator = UUID.randomUUID();
    private final UUID video = UUID.randomUUID();
    private final UUID single = UUID.randomUUID();
    private final UUID inner = UUID.randomUUID();
    private final UUID outer = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private Programme programme;

    /** Outer holds inner, which holds the creator, who has the video; the single video is by itself. */
    @BeforeEach
    void track() {
        Api.setClock(NOW);
        programme = Programme.in(ZoneId.of("UTC"));
        var yesterday = NOW.minus(1, ChronoUnit.DAYS);
        var world = new World();
        world.add(new Creator(creator, "someone", false, List.of()));
        world.add(new Video(video, creator, "Clip", "https://example.com/1", "included", yesterday, views(yesterday)));
        world.add(
                new Video(single, null, "Single", "https://example.com/2", "direct_add", yesterday, views(yesterday)));
        world.add(new Campaign(inner, "Inner", List.of(new Item("creator", creator))));
        world.add(new Campaign(outer, "Outer", List.of(new Item("campaign", inner))));
        world.add(new Campaign(other, "Other", List.of(new Item("video", single))));
        new WorldFixture(database, programme.owner(), ZoneId.of("UTC")).write(world);
    }

    @AfterEach
    void present() {
        Api.resetClock();
    }

    private static List<Snap> views(Instant at) {
        return List.of(new Snap(at, false, Map.of("views", 10L)));
    }

    private Map<String, Object> question(String entity, UUID id) {
        return Map.of("entity", entity, "entity_id", id.toString(), "metric", "views", "mode", "cumulative");
    }

    /** Whether the answer had been kept. It is afterwards. */
    private boolean kept(String entity, UUID id) {
        var answer = programme.ask(question(entity, id));
        answer.then().statusCode(200);
        return answer.<Boolean>path("meta.cached");
    }

    private List<Boolean> kept() {
        return List.of(
                kept("video", video),
                kept("video", single),
                kept("creator", creator),
                kept("campaign", inner),
                kept("campaign", outer),
                kept("campaign", other));
    }

    private void change(String statement, Object... arguments) {
        kept();
        assertThat(kept()).doesNotContain(false);
        rows.change(statement.formatted(arguments));
    }

    @Test
    void what_was_recorded_makes_all_answers_old() {
        change("update tracked_snapshot set views = 11 where id = '%s'", video);
        assertThat(kept()).containsOnly(false);
    }

    @Test
    void what_is_pruned_makes_all_answers_old() {
        change("delete from tracked_snapshot where id = '%s'", video);
        assertThat(kept()).containsOnly(false);
    }

    @Test
    void a_video_that_counts_otherwise_makes_all_answers_old() {
        change("update video set tracking_status = 'PENDING_REVIEW' where id = '%s'", video);
        assertThat(kept()).containsOnly(false);
    }

    @Test
    void a_zone_makes_all_answers_old() {
        change(
                "update organization set timezone = 'Asia/Tokyo' where id = '%s'",
                programme.owner().organizationId());
        assertThat(kept()).containsOnly(false);
    }

    @Test
    void a_name_that_is_shown_makes_answers_old() {
        change("update creator set handle = 'anyone' where id = '%s'", creator);
        assertThat(kept()).containsOnly(false);
    }

    @Test
    void what_no_answer_tells_leaves_them_alone() {
        change("update video set readme = 'Read me', updated_at = now() where id = '%s'", video);
        rows.change("update creator set readme = 'Read me' where id = '%s'".formatted(creator));
        rows.change("update campaign set target_views = 5 where id = '%s'".formatted(inner));
        assertThat(kept()).doesNotContain(false);
    }

    @Test
    void an_item_makes_answers_old_for_its_campaigns_and_for_itself() {
        change(
                "insert into campaign_item (campaign_id, video_id, organization_id, mode, added_at)"
                        + " values ('%s', '%s', '%s', 'LIVE', now())",
                inner, single, programme.owner().organizationId());
        // Those below the campaign show what holds it, which is the same as before.
        assertThat(List.of(kept("video", single), kept("campaign", inner), kept("campaign", outer)))
                .containsOnly(false);
        assertThat(List.of(kept("campaign", other))).containsOnly(true);
    }

    @Test
    void an_item_that_goes_makes_answers_old() {
        change("delete from campaign_item where campaign_id = '%s'", inner);
        assertThat(List.of(kept("creator", creator), kept("campaign", inner), kept("campaign", outer)))
                .containsOnly(false);
        assertThat(List.of(kept("video", single), kept("campaign", other))).containsOnly(true);
    }

    @Test
    void a_campaign_in_another_one_shows_what_that_one_shows() {
        change(
                "insert into campaign_item (campaign_id, nested_id, organization_id, mode, added_at)"
                        + " values ('%s', '%s', '%s', 'LIVE', now())",
                other, outer, programme.owner().organizationId());
        // All that is below the one that holds more now, and below the one that is held.
        assertThat(kept()).containsOnly(false);
    }

    @Test
    void an_annotation_makes_answers_old_for_all_that_show_it() {
        change("""
                insert into annotation (id, organization_id, mode, version, scope, entity_id, kind, at, title, details,
                    created_at, updated_at)
                values (gen_random_uuid()::text, '%s', 'LIVE', 0, 'CAMPAIGN', '%s', 'USER', '%s', 'Launch', '{}', now(), now())
                """, programme.owner().organizationId(), inner, NOW);
        // The outer one does not show it, but has the inner one among what it is made of.
        assertThat(kept()).containsExactly(false, true, false, false, false, true);
        var answer = programme.ask(question("video", video));
        assertThat(answer.<String>path("data.annotations[0].title")).isEqualTo("Launch");
        assertThat(answer.<String>path("data.annotations[0].entity_label")).isEqualTo("Inner");
    }

    @Test
    void the_same_question_in_other_words_is_answered_from_what_is_kept() {
        kept("creator", creator);
        assertThat(programme
                        .ask(Map.of(
                                "top_n", "3",
                                "tz", "UTC",
                                "granularity", "day",
                                "mode", "cumulative",
                                "metric", "views",
                                "entity_ids", creator.toString(),
                                "entity", "creator"))
                        .<Boolean>path("meta.cached"))
                .isTrue();
    }

    @Test
    void a_change_that_is_committed_after_the_answer_was_worked_out_makes_it_old() throws SQLException {
        // Given a change on its way
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(sees(17));
            }
            // When it is asked meanwhile
            assertThat(views()).isEqualTo(10);
            assertThat(views()).isEqualTo(10);
            connection.commit();
        }
        // Then
        assertThat(views()).isEqualTo(17);
    }

    /** What a snapshot with so many views comes to. */
    private String sees(long views) {
        return """
                update tracked_snapshot set views = %1$d where id = '%2$s';
                update tracked_day set views_level = %1$d, views_change = %1$d where id = '%2$s';
                update tracked set views = %1$d where id = '%2$s'""".formatted(views, video);
    }

    private long views() {
        var points = programme.ask(question("video", video)).<List<Map<String, Object>>>path("data.series[0].points");
        return ((Number) points.get(points.size() - 1).get("value")).longValue();
    }

    @Test
    void whoever_asks_after_a_change_sees_it_while_others_ask_and_change() throws Exception {
        var committed = new AtomicLong(10);
        var over = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(5);
        try {
            Callable<Long> asking = () -> {
                var asked = 0L;
                while (!over.get() || asked == 0) {
                    var least = committed.get();
                    assertThat(views()).isGreaterThanOrEqualTo(least);
                    asked++;
                }
                return asked;
            };
            var readers = new ArrayList<>(List.of(
                    threads.submit(asking), threads.submit(asking), threads.submit(asking), threads.submit(asking)));
            for (var views = 11L; views <= 60; views++) {
                try (var connection = database.getConnection();
                        var statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    statement.execute(sees(views));
                    connection.commit();
                }
                committed.set(views);
            }
            over.set(true);
            for (var reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
        assertThat(views()).isEqualTo(60);
    }

    @Test
    void marks_of_changes_go_when_no_answer_can_be_that_old() {
        change("update tracked_snapshot set views = 11 where id = '%s'", video);
        rows.change("update series_change set changed_at = now() - interval '16 minutes'");
        kept();
        rows.change("update tracked_snapshot set views = 12 where id = '%s'".formatted(video));

        Api.work();

        assertThat(rows.count("select count(*) from series_change where organization_id = '%s'"
                        .formatted(programme.owner().organizationId())))
                .isEqualTo(1);
        assertThat(kept()).containsOnly(false);
    }
}
