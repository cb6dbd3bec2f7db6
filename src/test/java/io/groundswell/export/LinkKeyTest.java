package io.groundswell.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.database.SharedSecrets;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Another key for addresses of exports, as docs/operations.md tells how to get it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LinkKeyTest {
    private static final String FORGET = "delete from server_secret where name = 'export_links'";
    private static final String ADDRESS = "exp_1\n1900000000";

    @Inject
    SharedSecrets secrets;

    @Inject
    Rows rows;

    @Test
    void once_the_key_is_forgotten_what_starts_signs_with_another_one_that_all_share() throws Exception {
        // Given
        var running = new LinkKey(secrets);
        var before = running.sign(ADDRESS);
        // When
        rows.change(FORGET);
        // Then
        var after = new LinkKey(secrets).sign(ADDRESS);
        assertThat(after).isNotEqualTo(before).isEqualTo(new LinkKey(secrets).sign(ADDRESS));
        assertThat(running.sign(ADDRESS)).as("until it starts anew").isEqualTo(before);
        assertThat(Files.readString(Path.of("docs/operations.md"))).contains(FORGET);
    }
}
