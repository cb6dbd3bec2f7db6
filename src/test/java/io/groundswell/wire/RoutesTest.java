package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** No address comes or goes unnoticed. {@code -Dtranscripts.record=true} writes the list anew and fails. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RoutesTest {
    private static final Path LIST = Path.of("src/test/resources/routes.txt");

    @Inject
    AllowedMethods methods;

    @Test
    void the_server_has_the_listed_addresses() throws IOException {
        if (Boolean.getBoolean("transcripts.record")) {
            Files.write(LIST, methods.all());
            throw new AssertionError("Recorded " + LIST);
        }
        assertThat(methods.all()).isEqualTo(Files.readAllLines(LIST));
    }
}
