package io.groundswell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Listener;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReconnectTest {
    private static final int EVENTS = 600;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_a_reader_sees_is_what_was_told_once_and_in_order_wherever_it_is_cut_off(long seed) {
        // Given
        var random = new Random(seed);
        var site = Website.open();
        var key = site.organization().aak();
        var stream = Listener.open(key, null).connected();
        // When
        var telling = CompletableFuture.runAsync(() -> tell(site, new Random(-seed)));
        var seen = new ArrayList<String>();
        String last = null;
        while (seen.size() < EVENTS) {
            for (var event : stream.events(1 + random.nextInt(Math.min(120, EVENTS - seen.size())))) {
                seen.add(event.json().getString("user_id"));
                last = event.id();
            }
            stream.close();
            stream = Listener.open(key, last).connected();
        }
        telling.join();
        // Then
        assertThat(seen)
                .containsExactlyElementsOf(site.told().stream().map(Visit::user).toList());
        assertThat(stream.poll(600)).isNull();
        stream.close();
    }

    private static void tell(Website site, Random random) {
        for (var number = 0; number < EVENTS; ) {
            var some = Math.min(1 + random.nextInt(40), EVENTS - number);
            var first = number;
            site.tell(IntStream.range(first, first + some)
                    .mapToObj(n -> new Visit("page_view", "u" + n, "s", Instant.now(), Map.of("path", "/" + n)))
                    .toList());
            number += some;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4})
    void several_who_tell_are_heard_in_one_order(long seed) {
        // Given
        var site = Website.open();
        var key = site.organization().aak();
        try (var one = Listener.open(key, null).connected();
                var other = Listener.open(key, null).connected()) {
            // When
            var tellers = IntStream.range(0, 4)
                    .mapToObj(teller -> CompletableFuture.runAsync(() -> tell(site, new Random(seed + teller))))
                    .toList();
            tellers.forEach(CompletableFuture::join);
            // Then
            var heard = ids(one.events(4 * EVENTS));
            assertThat(heard).isEqualTo(ids(other.events(4 * EVENTS))).doesNotHaveDuplicates();
            assertThat(one.poll(600)).isNull();
        }
    }

    private static List<String> ids(List<Listener.Message> messages) {
        return messages.stream().map(Listener.Message::id).toList();
    }
}
