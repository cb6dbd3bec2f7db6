package io.groundswell.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.TestDatabase;
import io.groundswell.work.Round;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeptSitesTest {
    private static final KeptSites.Some SOME = new KeptSites.Some(LocalDate.parse("2032-03-05"), List.of(1L, 2L, 3L));
    private static final Round ROUND = new Round() {
        @Override
        public String name() {
            return "planned_by_a_test";
        }

        @Override
        public Duration pause() {
            return Duration.ofDays(1);
        }

        @Override
        public int run(Instant deadline) {
            return 0;
        }
    };
    private static final Logger NOISE = Logger.getLogger("io.groundswell.work.OneByOne");

    @Inject
    KeptSites kept;

    private final List<Long> done = new ArrayList<>();

    @BeforeEach
    void silence() {
        NOISE.setLevel(Level.OFF);
    }

    @AfterEach
    void speak() {
        NOISE.setLevel(null);
    }

    private int each(Function<KeptSites.Some, Optional<Long>> next) {
        return kept.each(
                ROUND,
                SOME,
                next,
                site -> {
                    if (done.contains(site)) {
                        return 0;
                    }
                    done.add(site);
                    if (site == 2) {
                        throw new IllegalStateException("Planned by a test");
                    }
                    return 1;
                },
                Instant.MAX);
    }

    @Test
    void one_that_fails_keeps_no_other_waiting() {
        assertThat(each(left -> left.numbers().stream().findFirst())).isEqualTo(2);
        assertThat(done).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_look_that_fails_is_nothing_to_those_who_come_after() {
        assertThat(each(left -> {
                    throw new IllegalStateException("Planned by a test");
                }))
                .isZero();
        assertThat(done).isEmpty();
    }
}
