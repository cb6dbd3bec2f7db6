package io.groundswell.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Pairs of campaigns, against a plain list of all of them. */
class OverlapsProperties {
    private record Pair(int one, int other, int shared) {}

    @Property(tries = 300)
    void a_stretch_is_what_a_sorted_list_of_all_pairs_has_there(
            @ForAll @Size(max = 12) List<@Size(max = 6) Set<@IntRange(max = 8) Integer>> campaigns,
            @ForAll @IntRange(min = 1, max = 10) int limit,
            @ForAll @IntRange(max = 20) int offset) {
        // Given
        var circles = new ArrayList<Circle>();
        for (var creators : campaigns) {
            var bits = new BitSet();
            creators.forEach(bits::set);
            circles.add(new Circle(new UUID(0, circles.size()), "Campaign", bits));
        }
        var pairs = new ArrayList<Pair>();
        for (var one = 0; one < campaigns.size(); one++) {
            for (var other = one + 1; other < campaigns.size(); other++) {
                var both = new TreeSet<>(campaigns.get(one));
                both.retainAll(campaigns.get(other));
                pairs.add(new Pair(one, other, both.size()));
            }
        }
        pairs.removeIf(pair -> pair.shared() == 0);
        pairs.sort(Comparator.comparing(pair -> -pair.shared()));
        // When
        var ranking = Overlaps.rank(circles, new Cut(limit, offset));
        // Then
        assertThat(ranking.total()).isEqualTo(pairs.size());
        assertThat(ranking.items())
                .extracting(pair -> new Pair(
                        (int) pair.one().id().getLeastSignificantBits(),
                        (int) pair.other().id().getLeastSignificantBits(),
                        pair.shared()))
                .isEqualTo(pairs.stream().skip(offset).limit(limit).toList());
    }
}
