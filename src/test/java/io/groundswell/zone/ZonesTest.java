package io.groundswell.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "UTC, UTC",
        "Europe/Paris, Europe/Paris",
        "Etc/GMT+5, Etc/GMT+5",
        "EST5EDT, EST5EDT",
        "EST, America/Panama",
        "MST, America/Phoenix",
        "HST, Pacific/Honolulu",
        "ROC, Asia/Taipei",
        "GMT+0, Etc/GMT",
        "GMT-0, Etc/GMT"
    })
    void a_zone_of_the_database_is_read(String name, String zone) {
        assertThat(Zones.read(name)).isEqualTo(ZoneId.of(zone));
        assertThat(Zones.named(name)).isEqualTo(zone);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "Mars/Olympus", "+02:00", "GMT+2", "Z", "est", "europe/paris", "SystemV/AST4", "Factory"
            })
    void nothing_else_is(String name) {
        assertThat(Zones.read(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"EST, -5", "MST, -7", "HST, -10"})
    void the_short_names_keep_their_offsets(String name, int hours) {
        var rules = Zones.read(name).getRules();
        for (var at = Instant.EPOCH; at.isBefore(NOW); at = at.plusSeconds(86_400)) {
            assertThat(rules.getOffset(at).getTotalSeconds()).isEqualTo(hours * 3_600);
        }
    }
}
