package io.groundswell.publishing.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
    @Test
    void a_reference_has_the_same_key_on_every_server() {
        assertThat(RecordKey.of("cnt_known:1", 0)).isEqualTo(RecordKey.of("cnt_known:1", 0));
    }

    @Test
    void keys_have_the_form_of_timestamps_long_past() {
        for (var number = 0; number < 10_000; number++) {
            // A year that begins in 2023 lies between these two.
            assertThat(RecordKey.of("cnt_" + number + ":1", 0))
                    .matches("[2-7a-j][2-7a-z]{12}")
                    .isBetween("3jl7442uk2222", "3khuwc44c2222");
        }
    }

    @Test
    void every_version_and_every_part_has_its_own() {
        var keys = new HashSet<String>();
        for (var item = 0; item < 1_000; item++) {
            for (var version = 1; version < 6; version++) {
                for (var part = 0; part < 10; part++) {
                    keys.add(RecordKey.of("cnt_" + item + ":" + version, part));
                }
            }
        }
        assertThat(keys).hasSize(50_000);
    }
}
