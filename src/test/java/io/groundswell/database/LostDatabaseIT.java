package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.RunningServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose embedded database is gone can only be started anew, which is for whatever started it. */
class LostDatabaseIT {
    @TempDir
    Path data;

    @Test
    void a_server_ends_with_its_embedded_database_and_says_why() {
        try (var server = RunningServer.start(data)) {
            var site = server.openSite();

            server.killDatabase();

            assertThat(server.exitCode()).isOne();
            assertThat(server.log()).contains("The embedded PostgreSQL has ended");
            server.start();
            assertThat(server.texts("select token from site")).containsExactly(site);
        }
    }
}
