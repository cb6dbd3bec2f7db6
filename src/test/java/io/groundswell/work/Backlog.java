package io.groundswell.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.RunningServer;
import java.time.Duration;
import java.util.List;

/** What servers still have to do. */
final class Backlog {
    private static final List<String> DUE = List.of(
            "pipeline_job where status in ('PENDING', 'RUNNING') and (due_at <= %1$s or locked_until > %1$s)",
            "content where status = 'APPROVED' and not hold",
            "content where status = 'SCHEDULED' and publish_due_at <= %1$s",
            "content where publish_claim is not null and status = 'SCHEDULED'",
            "mission where status = 'ACTIVE' and ends_at <= %1$s",
            "outbox_event where not fanned_out",
            "webhook_delivery where due_at is not null",
            "export where status = 'PROCESSING'");

    private Backlog() {}

    /** @param ahead how far the servers' clocks are before the database's */
    static void awaitNone(RunningServer server, Duration ahead, Duration patience) throws InterruptedException {
        var now = "now() + interval '%d hours'".formatted(ahead.toHours());
        var end = System.nanoTime() + patience.toNanos();
        for (var due : DUE) {
            var query = "select count(*) from " + due.formatted(now);
            while (server.count(query) > 0) {
                assertThat(System.nanoTime()).as(query).isLessThan(end);
                Thread.sleep(100);
            }
        }
    }
}
