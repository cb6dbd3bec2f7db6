package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventIdTest {
    private static final Instant AT = Instant.parse("2026-11-17T19:22:00Z");

    @Test
    void an_id_holds_time_site_and_number() {
        // 1794943320000 in 48 bits, 1 in 32, 1 in 48
        assertThat(EventId.of(1, AT, 1)).isEqualTo("01M7NFAZY00000008000000001");
    }

    @Test
    void the_first_ten_digits_are_those_of_the_time() {
        var digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var read = EventId.of(5, AT, 6)
                .substring(0, 10)
                .chars()
                .mapToLong(digits::indexOf)
                .reduce(0, (sum, digit) -> sum * 32 + digit);

        assertThat(read).isEqualTo(AT.toEpochMilli());
    }

    @Test
    void ids_of_a_site_sort_as_its_events_do() {
        var ids = List.of(
                EventId.of(3, Instant.EPOCH, 9),
                EventId.of(3, AT.minusMillis(1), 70_000_000_000L),
                EventId.of(3, AT, 1),
                EventId.of(3, AT, 31),
                EventId.of(3, AT, 32),
                EventId.of(3, AT, (1L << 48) - 1),
                EventId.of(3, AT.plusMillis(1), 1));

        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9A-HJKMNP-TV-Z]{26}"));
    }

    @Test
    void no_two_sites_share_an_id() {
        assertThat(Stream.of(0L, 1L, 2L, 65_535L, 65_536L, 4_294_967_295L).map(site -> EventId.of(site, AT, 7)))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_id_tells_the_number_of_an_event_of_its_site_only() {
        for (var site : List.of(0L, 1L, 65_535L, 65_536L, 4_294_967_295L)) {
            for (var seq : List.of(0L, 1L, 31L, 70_000_000_000L, (1L << 48) - 1)) {
                assertThat(EventId.seq(site, EventId.of(site, AT, seq))).hasValue(seq);
                assertThat(EventId.seq(site + 1, EventId.of(site, AT, seq))).isEmpty();
            }
        }
        assertThat(Stream.of(
                                "",
                                "7",
                                "01M7NFAZY0000000800000000",
                                "01M7NFAZY0000000800000000U",
                                "01m7nfazy00000008000000001")
                        .map(id -> EventId.seq(1, id)))
                .allMatch(OptionalLong::isEmpty);
    }
}
