package io.groundswell.export;

import static io.groundswell.export.Archive.csv;
import static io.groundswell.export.Archive.download;
import static io.groundswell.export.Archive.json;
import static io.groundswell.export.Archive.order;
import static io.groundswell.export.Archive.status;
import static io.groundswell.export.Archive.unzipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.performance.Period;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is too large to be made while somebody waits. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LargeExportTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Logger NOISE = Logger.getLogger("io.groundswell.export");
    private static final int POSTS = 500;
    private static final int DAYS = 100;

    @Inject
    ContentFixture fixture;

    @Inject
    Warehouse warehouse;

    @Inject
    Rows rows;

    @Inject
    Exports exports;

    @Inject
    Claims claims;

    @Inject
    Outcomes outcomes;

    @Inject
    Chunks chunks;

    @Inject
    Selection selection;

    @Inject
    Maker maker;

    @Inject
    ExportRound round;

    @Inject
    MailAddress mail;

    @Inject
    ExportConfig config;

    @Inject
    @All
    List<ExportText> texts;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        organization = Archive.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restore() {
        NOISE.setLevel(null);
        Api.resetClock();
        rows.clear();
    }

    @Test
    void fifty_thousand_rows_are_made_in_the_background_piece_by_piece() throws Exception {
        // Given
        warehouse.posts(owner, mission, POSTS, DAYS);
        warehouse.charges(owner, mission, 2_000);
        // When
        var ordered = order(organization.test(), Map.of("period", "2029-10-01/2030-01-15"));
        var id = ordered.<String>path("export_id");
        // Then
        ordered.then()
                .statusCode(201)
                .body("status", equalTo("processing"))
                .body("delivery_method", equalTo("download"))
                .body("download_url", nullValue())
                .body("rows_total", nullValue())
                .body("estimated_completion", containsString("2030-01-15T12:0"));
        download(organization.test(), id).then().statusCode(409).body("error.code", equalTo("conflict"));

        // When it is counted, and somebody makes some of it
        steps(id, 1);
        status(organization.test(), id)
                .then()
                .body("rows_total", equalTo(52_500))
                .body("rows_done", equalTo(0));
        steps(id, 4);
        assertThat(status(organization.test(), id).<Integer>path("rows_done")).isBetween(1_000, 20_000);

        // And two instances do the rest
        Crowd.of(2, () -> round.run(Instant.MAX));

        status(organization.test(), id)
                .then()
                .body("status", equalTo("completed"))
                .body("rows_done", equalTo(52_500))
                .body("error", nullValue());
        var files = unzipped(download(organization.test(), id).asByteArray());
        assertThat(csv(files.get("content.csv"))).hasSize(POSTS);
        var days = csv(files.get("metrics.csv"));
        assertThat(days).hasSize(POSTS * DAYS);
        assertThat(distinct(days, "day", "content_id")).hasSize(POSTS * DAYS);
        assertThat(days.stream()
                        .mapToLong(day -> Long.parseLong(day.get("impressions")))
                        .sum())
                .isEqualTo(rows.count("select sum(impressions) from metric_day"));
        assertThat(distinct(csv(files.get("costs.csv")), "tokens")).hasSize(2_000);
        // However large the file is, its pieces are not
        var count = rows.count("select count(*) from export_chunk");
        assertThat(count).isGreaterThan(20);
        for (var number = 1; number <= count; number++) {
            assertThat(chunks.read(id, number).bytes()).hasSizeLessThan(Gathering.FULL + 1_000);
        }
    }

    private void steps(String id, int count) {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(claims.take(Work.MAKE, "claim", clock.instant())).isPresent();
            IntStream.range(0, count).forEach(step -> maker.step(id, "claim"));
            claims.giveBack(id, "claim", clock.instant());
        });
    }

    private static Set<List<String>> distinct(List<Map<String, String>> rows, String... columns) {
        var keys = new HashSet<List<String>>();
        rows.forEach(row -> keys.add(Arrays.stream(columns).map(row::get).toList()));
        return keys;
    }

    @Test
    void large_exports_take_turns() {
        warehouse.charges(owner, mission, 90_000);
        var first = Archive.id(organization.test(), Map.of("format", "json"));
        var second = Archive.id(organization.test(), Map.of("include", List.of("costs")));

        fixture.drain("exports");

        // The first has more pieces than a turn, and the second, which has not, comes in between
        assertThat(rows.texts("select id from export order by completed_at")).containsExactly(second, first);
        assertThat(json(download(organization.test(), first).asByteArray()).get("costs"))
                .hasSize(90_000);
        assertThat(csv(download(organization.test(), second).asString())).hasSize(90_000);
    }

    @Test
    void what_takes_longer_than_its_caller_waits_is_finished_in_the_background() {
        // Given a clock on which two seconds pass whenever somebody looks
        warehouse.charges(owner, mission, 9_000);
        var looks = new AtomicInteger();
        InstantSource slow = () -> NOW.plusSeconds(2L * looks.incrementAndGet());
        var service = new ExportService(exports, claims, selection, maker, mail, config, slow.withZone(ZoneOffset.UTC));
        // When
        var export = service.make(QuarkusTransaction.requiringNew().call(() -> service.order(caller(), costs())));
        // Then
        assertThat(export.status()).isEqualTo(ExportStatus.PROCESSING);
        assertThat(export.progress().rows()).isBetween(1L, 8_999L);
        Api.setClock(NOW.plus(Duration.ofMinutes(5)));
        fixture.drain("exports");
        assertThat(csv(download(organization.test(), export.id()).asString())).hasSize(9_000);
    }

    private ExportOrder costs() {
        return new ExportOrder(
                ExportFormat.CSV,
                List.of(Section.COSTS),
                List.of(),
                new Period(LocalDate.parse("2030-01-01"), LocalDate.parse("2030-01-31")),
                ZoneOffset.UTC,
                null);
    }

    private Caller caller() {
        return new Caller(owner, "usr_1", Caller.Credential.API_KEY, "key_1", null, Set.of(), -1, -1, -1);
    }

    private String madeUnder(ExportConfig limits) {
        var strict = new Maker(exports, claims, outcomes, chunks, selection, texts, limits, meters, clock);
        var id = Archive.id(organization.test(), Map.of("include", List.of("costs")));
        var claim = PublicId.random(16);
        QuarkusTransaction.requiringNew().run(() -> claims.take(Work.MAKE, claim, clock.instant()));
        while (QuarkusTransaction.requiringNew().call(() -> strict.step(id, claim))) {
            continue;
        }
        return id;
    }

    @Test
    void what_has_too_many_rows_or_bytes_fails_and_says_how_to_ask_for_less() {
        warehouse.charges(owner, mission, 12_000);
        for (var limits : List.of(SomeConfig.allowing(11_999, Long.MAX_VALUE), SomeConfig.allowing(12_000, 500_000))) {
            var id = madeUnder(limits);
            status(organization.test(), id)
                    .then()
                    .body("status", equalTo("failed"))
                    .body("error.code", equalTo("too_large"))
                    .body("error.message", containsString("Ask for a shorter period"))
                    .body("expires_at", nullValue());
            download(organization.test(), id)
                    .then()
                    .statusCode(409)
                    .body("error.message", containsString("Ask for a shorter period"));
        }
        assertThat(rows.count("select count(*) from export_chunk")).isZero();
        status(organization.test(), madeUnder(SomeConfig.allowing(12_000, 5_000_000)))
                .then()
                .body("status", equalTo("completed"));
    }

    @Test
    void what_would_be_kept_beyond_the_room_for_all_fails_while_it_is_made() {
        warehouse.charges(owner, mission, 12_000);
        var room = new SomeConfig(Duration.ofHours(24), 12_000, Long.MAX_VALUE, 1_000, Optional.empty());
        status(organization.test(), madeUnder(room))
                .then()
                .body("status", equalTo("failed"))
                .body("error.code", equalTo("too_much_kept"))
                .body("error.message", containsString("1,000 bytes"));
        assertThat(rows.count("select count(*) from export_chunk")).isZero();
    }

    @Test
    void what_never_gets_further_is_given_up() {
        warehouse.charges(owner, mission, 12_000);
        var id = Archive.id(organization.test(), Map.of());
        rows.change("update export set attempts = 10");

        NOISE.setLevel(Level.OFF);
        fixture.drain("exports");

        status(organization.test(), id)
                .then()
                .body("status", equalTo("failed"))
                .body("error.code", equalTo("internal_error"));
    }
}
