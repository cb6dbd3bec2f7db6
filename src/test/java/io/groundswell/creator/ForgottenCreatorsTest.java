package io.groundswell.creator;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ForgottenCreatorsTest {
    @Inject
    ForgottenCreators forgotten;

    @Inject
    Rows rows;

    @Test
    void so_many_removed_creators_are_remembered_and_the_older_ones_go() {
        // Given
        var tracking = Tracking.begin(Map.of());
        tracking.creator("tracked");
        var organization = tracking.organization().id();
        rows.change("""
                insert into creator (id, organization_id, mode, program_id, handle, metadata, tracking_mode,
                    tracking_start_date, removed_at, created_at, updated_at)
                select gen_random_uuid(), '%s', 'LIVE', '%s', 'gone' || n, '{}', 'AUTO',
                    '2026-01-01', timestamptz '2026-01-01Z' + n * interval '1 minute', now(), now()
                from generate_series(1, %d) n""".formatted(organization, tracking.project(), ForgottenCreators.REMEMBERED + 3));
        // When
        forgotten.run(Instant.MAX);
        // Then
        assertThat(tracking.count(rows, "select count(*) from creator where organization_id = :organization"))
                .isEqualTo(ForgottenCreators.REMEMBERED + 1);
        assertThat(
                        tracking.texts(
                                rows,
                                "select handle from creator where organization_id = :organization and handle in ('gone3', 'gone4')"))
                .containsExactly("gone4");
        assertThat(tracking.count(rows, "select count(*) from tracked where organization_id = :organization"))
                .isEqualTo(ForgottenCreators.REMEMBERED + 1);
    }
}
