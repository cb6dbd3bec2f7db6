package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SitesInTurnTest {
    private static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");

    @Inject
    EventFolding folding;

    @Inject
    Rows rows;

    @BeforeEach
    void clear() {
        Api.setClock(NOW);
        rows.clear();
    }

    @AfterEach
    void refuseNothing() {
        rows.refuseNothing();
        Api.resetClock();
    }

    @Test
    void a_site_that_fails_keeps_no_other_one_waiting() {
        // Given
        for (var name : new String[] {"one", "two", "three"}) {
            Website.open(name).tell(NOW.toString(), "page_view", "ada", "s1");
        }
        var broken = rows.count("select number from site where name = 'two'");
        rows.refuse("update on site_fold", "new.site_number = " + broken);
        Api.setClock(NOW.plus(Duration.ofMinutes(1)));
        // When
        folding.run(NOW.plus(Duration.ofDays(1)));
        // Then
        assertThat(
                        rows.texts(
                                "select name from site join site_fold on site_number = number where seq = total_events order by name"))
                .containsExactly("one", "three");
    }
}
