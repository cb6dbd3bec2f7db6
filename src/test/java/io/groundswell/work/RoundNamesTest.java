package io.groundswell.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.TestDatabase;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators read them in answers of {@code POST /internal/tick}, in the log and in labels of metrics. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RoundNamesTest {
    @Inject
    @All
    List<Round> rounds;

    @Test
    void rounds_are_named_in_one_way_and_each_once() {
        assertThat(rounds)
                .extracting(Round::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(_[a-z]+)*"));
    }
}
