package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseChoiceTest {
    private static final String LOCATIONS = "smallrye.config.locations";

    @TempDir
    Path folder;

    private String address;

    @BeforeEach
    void forget() {
        address = System.clearProperty(DatabaseChoice.ADDRESS);
    }

    @AfterEach
    void restore() {
        System.clearProperty(LOCATIONS);
        if (address != null) {
            System.setProperty(DatabaseChoice.ADDRESS, address);
        }
    }

    @Test
    void a_database_that_a_file_of_settings_names_is_the_one() throws IOException {
        settings(DatabaseChoice.ADDRESS + "=jdbc:postgresql://db.example/groundswell");

        assertThat(DatabaseChoice.embedded()).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_file_of_settings_may_say_where_the_embedded_one_is() throws IOException {
        var data = folder.resolve("elsewhere");
        settings("groundswell.data-directory=" + data);

        try (var database = DatabaseChoice.embedded().orElseThrow()) {
            assertThat(database.jdbcUrl()).startsWith("jdbc:postgresql://localhost:");
            assertThat(data.resolve("postgres/postmaster.pid")).exists();
        }
    }

    @Test
    void a_file_of_settings_that_is_not_there_stops_the_start_by_name() throws IOException {
        var there = Files.writeString(folder.resolve("there.properties"), "groundswell.work.workers=2");
        var missing = folder.resolve("missing.properties");
        for (var named : new String[] {missing.toString(), missing.toUri().toString(), there + "," + missing}) {
            System.setProperty(LOCATIONS, named);
            // Also where the address is known without it.
            System.setProperty(DatabaseChoice.ADDRESS, "jdbc:postgresql://db.example/groundswell");
            assertThatThrownBy(DatabaseChoice::embedded)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("missing.properties")
                    .hasMessageContaining("SMALLRYE_CONFIG_LOCATIONS");
            System.clearProperty(DatabaseChoice.ADDRESS);
        }
    }

    private void settings(String line) throws IOException {
        var file = Files.writeString(folder.resolve("groundswell.properties"), line + "\n");
        System.setProperty(LOCATIONS, file.toString());
    }
}
