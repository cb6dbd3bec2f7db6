package io.groundswell.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tallies as tests write them: users and conversions of each variant in turn, which are called a, b and so on. */
final class Told {
    private Told() {}

    static List<Tally> of(long... usersAndConversions) {
        var count = usersAndConversions.length / 2;
        var variants = Variant.list(List.of("a", "b", "c", "d").subList(0, count));
        return IntStream.range(0, count)
                .mapToObj(at -> new Tally(
                        variants.get(at),
                        usersAndConversions[2 * at],
                        usersAndConversions[2 * at],
                        usersAndConversions[2 * at + 1]))
                .toList();
    }

    /** The same with these weights. */
    static List<Tally> weighted(List<Tally> tallies, int... weights) {
        var weighted = new ArrayList<Tally>();
        for (var tally : tallies) {
            weighted.add(new Tally(
                    new Variant(tally.variant().key(), weights[weighted.size()]),
                    tally.exposures(),
                    tally.users(),
                    tally.conversions()));
        }
        return weighted;
    }
}
