package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.TestDatabase;
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
                () -> {
                    throw bug;
                },
                told::complete);
        flusher.await(() -> after.complete(null), after::completeExceptionally);

        assertThat(told.get(30, TimeUnit.SECONDS)).isSameAs(bug);
        assertThat(after.get(30, TimeUnit.SECONDS)).isNull();
    }
}
