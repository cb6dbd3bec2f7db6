package io.groundswell.wire.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class OldWindowsTest {
    @Inject
    OldWindows old;

    @Inject
    Rows rows;

    @AfterEach
    void leave() {
        rows.change("delete from in_flight where subject like 'silent:%'");
    }

    @Test
    void an_instance_that_tells_of_itself_again_while_old_ones_are_deleted_is_kept() {
        rows.change("""
                insert into in_flight (subject, instance, running, moment, seen_at)
                select 'silent:' || n, 'elsewhere', 1, 1, now() - interval '2 hours' from generate_series(1, 2) n""");

        QuarkusTransaction.requiringNew().call(() -> {
            rows.change("update in_flight set seen_at = now() where subject = 'silent:1'");
            return CompletableFuture.supplyAsync(() -> old.run(Instant.MAX)).get(5, TimeUnit.SECONDS);
        });

        assertThat(rows.texts("select subject from in_flight where subject like 'silent:%'"))
                .containsExactly("silent:1");
    }
}
