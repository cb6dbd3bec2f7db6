package io.groundswell.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WayProperties {
    private static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");

    /** A site of which some events were brought in as the past, with a ring that may hold little. */
    private static final class Site {
        private final Random random;
        private final Ring ring;
        private final List<Arrival> arrivals = new ArrayList<>();
        private long total;
        private long corrections;

        Site(Random random, int before) {
            this.random = random;
            arrive(before);
            ring = new Ring(total);
        }

        private void arrive(int number) {
            for (var n = 0; n < number; n++) {
                total++;
                if (random.nextInt(4) > 0) {
                    arrivals.add(new Arrival(total, "", "e", null, null, null, NOW, null, NOW));
                }
            }
        }

        News after(long seq, int most) {
            var all = arrivals.stream().filter(one -> one.seq() > seq).toList();
            return all.size() < most
                    ? new News(all, total, true, corrections)
                    : new News(all.subList(0, most), all.get(most - 1).seq(), false, corrections);
        }

        void look(int most) {
            corrections += random.nextInt(8) / 7;
            ring.add(after(ring.position().upTo(), most));
            ring.trim(NOW.minus(Arrivals.HELD), 201L * random.nextInt(12));
        }
    }

    @Property(tries = 500)
    void whoever_goes_all_the_way_meets_each_event_once_and_in_order(
            @ForAll Random random, @ForAll @IntRange(max = 40) int before, @ForAll @IntRange(max = 40) int after) {
        // Given
        var site = new Site(random, before);
        var begin = Math.min(after, site.total);
        var way = new Way(site.ring, begin);
        var met = new ArrayList<Long>();
        var asked = OptionalLong.empty();
        // When
        for (var step = 0; step < 400; step++) {
            var isLast = step >= 300;
            switch (isLast ? 1 + random.nextInt(3) : random.nextInt(4)) {
                case 0 -> site.arrive(random.nextInt(8));
                case 1 -> site.look(1 + random.nextInt(9));
                case 2 -> {
                    if (asked.isPresent()) {
                        way.loaded(
                                random.nextInt(5) == 0 ? null : site.after(asked.getAsLong(), 1 + random.nextInt(5)));
                        asked = OptionalLong.empty();
                    }
                }
                default -> asked = go(way, met, random.nextInt(6), asked);
            }
        }
        // Then
        site.look(1_000);
        for (var turn = 0; turn < 200; turn++) {
            if (asked.isPresent()) {
                way.loaded(site.after(asked.getAsLong(), 50));
            }
            asked = go(way, met, 50, OptionalLong.empty());
        }
        assertThat(met)
                .isEqualTo(site.arrivals.stream()
                        .map(Arrival::seq)
                        .filter(seq -> seq > begin)
                        .toList());
        assertThat(way.isLost()).isFalse();
    }

    private static OptionalLong go(Way way, List<Long> met, int steps, OptionalLong asked) {
        var asks = new ArrayList<Long>();
        LongStream.range(0, steps).forEach(step -> {
            var next = way.next(NOW, asks::add);
            if (next != null) {
                met.add(next.seq());
            }
        });
        assertThat(asks).hasSizeLessThanOrEqualTo(1);
        return asks.isEmpty() ? asked : OptionalLong.of(asks.get(0));
    }

    @Property(tries = 100)
    void a_ring_holds_no_more_than_it_may(@ForAll Random random) {
        var site = new Site(random, 0);
        for (var step = 0; step < 50; step++) {
            site.arrive(random.nextInt(20));
            site.ring.add(site.after(site.ring.position().upTo(), 500));
            site.ring.trim(NOW, 201L * 7);
            assertThat(site.ring.size()).isLessThanOrEqualTo(7);
        }
    }
}
