package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.TestDatabase;
import io.groundswell.work.Round;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SitesInTurnTest {
    @Inject
    SitesInTurn sites;

    private static final class Fold implements Round {
        @Override
        public String name() {
            return "fold_of_a_test";
        }

        @Override
        public Duration pause() {
            return Duration.ofDays(1);
        }

        @Override
        public int run(Instant deadline) {
            return 0;
        }
    }

    @Test
    void a_site_that_fails_keeps_no_other_one_waiting() {
        var brought = new ArrayList<Long>();

        var done = sites.bring(
                new Fold(),
                () -> List.of(1L, 2L, 3L),
                site -> {
                    if (site == 2) {
                        throw new IllegalStateException("meant to fail");
                    }
                    brought.add(site);
                    return 5;
                },
                100,
                Instant.MAX);

        assertThat(done).isEqualTo(10);
        assertThat(brought).containsExactly(1L, 3L);
    }
}
