package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.groundswell.testing.Waiting;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The database restarts while browsers tell events; they send again what was not taken. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TrackingOutageTest {
    private static final int BROWSERS = 8;
    private static final int LOAD = 100;

    /** Given by {@link TestDatabase}. */
    Runnable restartDatabase;

    @Inject
    Rows rows;

    private final ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void what_was_taken_is_counted_once_and_nothing_else() throws Exception {
        var tracker = SiteFixture.open(Api.organization("pro", Map.of("site_requests_per_minute", -1)));
        var browsers = Executors.newFixedThreadPool(BROWSERS);
        for (var browser = 0; browser < BROWSERS; browser++) {
            browsers.execute(() -> browse(tracker));
        }
        awaitLoad();
        restartDatabase.run();
        Waiting.until("some are turned away", () -> statuses.contains(503));
        awaitLoad();
        over.set(true);
        browsers.shutdown();
        assertThat(browsers.awaitTermination(90, TimeUnit.SECONDS)).isTrue();

        assertThat(statuses).allMatch(status -> status == 202 || status == 503);
        var own = "from event join site s on s.number = event.site_number where s.token = '%s'"
                .formatted(tracker.token());
        assertThat(rows.texts("select user_id " + own)).containsExactlyInAnyOrderElementsOf(taken);
        assertThat(rows.texts("select total_events::text from site where token = '%s'".formatted(tracker.token())))
                .containsExactly(String.valueOf(taken.size()));
    }

    private void awaitLoad() {
        var before = taken.size();
        Waiting.until(LOAD + " more are taken", () -> taken.size() >= before + LOAD);
    }

    private void browse(Tracker tracker) {
        while (!over.get()) {
            var user = "u" + number.incrementAndGet();
            var event = tracker.event(
                    "page_view", "user_id", user, "event_id", UUID.randomUUID().toString());
            var status = 0;
            while (status != 202) {
                status = tracker.track(event).statusCode();
                statuses.add(status);
            }
            taken.add(user);
        }
    }
}
