package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.database.DatabaseFaults;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class FlusherTest {
    @Inject
    Flusher flusher;

    @Test
    void a_batch_that_cannot_be_told_keeps_no_other_one_from_being_told() throws Exception {
        var told = new CompletableFuture<Throwable>();
        var after = new CompletableFuture<Void>();
        var bug = new IllegalStateException("Planned by a test");

        flusher.await(
                process(),
                () -> {
                    throw bug;
                },
                told::complete);
        flusher.await(process(), () -> after.complete(null), after::completeExceptionally);

        assertThat(told.get(30, TimeUnit.SECONDS)).isSameAs(bug);
        assertThat(after.get(30, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void nobody_vouches_for_what_a_process_did_that_is_gone() throws Exception {
        var gone = new CompletableFuture<Throwable>();
        var there = new CompletableFuture<Throwable>();

        // As it is when the database crashed and the same number was given away again
        flusher.await(process().replaceFirst(" .*", " 0.000000"), () -> gone.complete(null), gone::complete);
        flusher.await(process(), () -> there.complete(null), there::complete);

        assertThat(DatabaseFaults.passes(gone.get(30, TimeUnit.SECONDS))).isTrue();
        assertThat(there.get(30, TimeUnit.SECONDS)).isNull();
    }

    private String process() {
        return QuarkusTransaction.requiringNew().call(flusher::doNotWait);
    }
}
