package io.groundswell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Reaper;
import io.groundswell.testing.Receiver;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.work.Stopping;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dispatchers that are killed over and over while they send very many events to somebody who often fails, and dies twice. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KilledDispatcherTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final int EVENTS = 10_000;
    private static final int STEPS_OF_A_LIFE = 997;
    private static final int DISPATCHERS = 2;
    private static final int MOST_FAILURES = 3;
    private static final Logger NOISE = Logger.getLogger("io.groundswell.webhook");

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    FanOut fanOut;

    @Inject
    Claims claims;

    @Inject
    Postman postman;

    @Inject
    WebhookConfig config;

    @Inject
    Reaper reaper;

    @Inject
    Stopping stopping;

    @Inject
    Clock clock;

    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final Receiver receiver = Receiver.answering(this::oftenFailing);

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        NOISE.setLevel(Level.OFF);
    }

    @AfterEach
    void close() {
        NOISE.setLevel(null);
        receiver.close();
        Api.resetClock();
        rows.clear();
    }

    /**
     * A third of all calls fail, half of those without an answer, but no delivery fails more than three times so: two more
     * may fail because the receiver is dead, and six failures are the end.
     */
    private int oftenFailing(Receiver.Received one) {
        var chance = new Random(one.delivery().hashCode());
        var failures = 0;
        while (failures < MOST_FAILURES && chance.nextInt(3) == 0) {
            failures++;
        }
        if (tries.merge(one.delivery(), 1, Integer::sum) > failures) {
            return 200;
        }
        return chance.nextBoolean() ? 500 : Receiver.BROKEN;
    }

    private String hook(String key, String path, String event) {
        return Api.as(key)
                .body(Map.of("url", receiver.url(path), "events", List.of(event)))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    @Test
    void ten_thousand_events_arrive_however_often_dispatchers_and_the_receiver_are_killed() throws Exception {
        // Given
        var ada = Api.organization();
        var bob = Api.organization();
        var secrets = Map.of(
                "/ada", hook(ada.live(), "/ada", "*"),
                "/ada/missions", hook(ada.live(), "/ada/missions", "mission.created"),
                "/ada/test", hook(ada.test(), "/ada/test", "*"),
                "/bob", hook(bob.live(), "/bob", "*"));
        record(ada, Mode.LIVE, "pipeline.stage_completed", "job_1", EVENTS / 2);
        record(ada, Mode.LIVE, "mission.created", mission(ada), EVENTS / 10);
        record(ada, Mode.TEST, "pipeline.stage_completed", "job_2", EVENTS / 10);
        record(bob, Mode.LIVE, "pipeline.stage_completed", "job_3", EVENTS * 3 / 10);
        reaper.killEvery(STEPS_OF_A_LIFE);
        receiver.dieAfter(EVENTS / 4, EVENTS * 3 / 4);
        var revivals = 0;
        // When
        do {
            Crowd.of(DISPATCHERS, this::dispatchUntilNothingIsDue);
            revivals += receiver.revive() ? 1 : 0;
            waitForLostClaimsAndRetries();
        } while (fixture.count("webhook_delivery where due_at is not null") > 0);
        // Then
        assertThat(revivals).isEqualTo(2);
        assertThat(arrived("/ada")).isEqualTo(events(ada, Mode.LIVE, "%"));
        assertThat(arrived("/ada/missions")).isEqualTo(events(ada, Mode.LIVE, "mission.%"));
        assertThat(arrived("/ada/test")).isEqualTo(events(ada, Mode.TEST, "%"));
        assertThat(arrived("/bob")).isEqualTo(events(bob, Mode.LIVE, "%"));
        assertThat(receiver.received()).allMatch(one -> one.isSignedWith(secrets.get(one.path())));
        assertThat(receiver.received()).allMatch(one -> one.body()
                .contains("\"tenant_id\":\"" + (one.path().equals("/bob") ? bob : ada).id() + "\""));
        assertThat(fixture.count("webhook_delivery where status <> 'SUCCEEDED'"))
                .isZero();
        assertThat(fixture.count("webhook_delivery")).isEqualTo(EVENTS + EVENTS / 10);
        assertThat(reaper.kills())
                .containsKeys("before the commit of Settlement", "after the commit of Settlement")
                .containsKeys("after the commit of Claims", "before the commit of FanOut");
    }

    private void waitForLostClaimsAndRetries() {
        var claimsEnd = clock.instant().plus(Claim.LEASE).plusSeconds(1);
        var due = Instant.ofEpochSecond(
                rows.count("select coalesce(extract(epoch from min(due_at)), 0)::bigint + 1 from webhook_delivery"));
        Api.setClock(due.isAfter(claimsEnd) ? due : claimsEnd);
    }

    private String mission(Api.Organization organization) {
        return fixture.mission(new Owner(organization.id(), Mode.LIVE));
    }

    private void record(Api.Organization organization, Mode mode, String type, String subject, int times) {
        rows.change("""
                insert into outbox_event (id, organization_id, mode, type, subject_id, data, at)
                select 'evt_' || substr(md5('%1$s' || n), 1, 16), '%2$s', '%3$s', '%4$s', '%1$s',
                       '{"stage": "intake"}', timestamptz '%5$s' + n * interval '1 microsecond'
                from generate_series(1, %6$d) n""".formatted(subject, organization.id(), mode.name(), type, NOW.minusSeconds(60), times));
    }

    private Set<String> arrived(String path) {
        var ids = new HashSet<String>();
        receiver.received().stream().filter(one -> one.path().equals(path)).forEach(one -> ids.add(one.eventId()));
        return ids;
    }

    private Set<String> events(Api.Organization organization, Mode mode, String type) {
        return new HashSet<>(
                rows.texts("select id from outbox_event where organization_id = '%s' and mode = '%s' and type like '%s'"
                        .formatted(organization.id(), mode.name(), type)));
    }

    /** Until there is nothing left that nobody claims. */
    private int dispatchUntilNothingIsDue() {
        return Reaper.lives(threads -> fanOut.run(Instant.MAX)
                + new Dispatcher(claims, postman, threads, config, stopping, clock).run(Instant.MAX));
    }
}
