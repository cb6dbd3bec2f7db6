package io.groundswell.aggregate;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Ranks pairs of campaigns. There may be millions of them, of which only those are kept that are wanted, so they are neither made
 * nor sorted by the database.
 */
final class Overlaps {
    private static final Comparator<Pair> MOST_FIRST = Comparator.comparing(Pair::shared)
            .reversed()
            .thenComparing(Pair::one)
            .thenComparing(Pair::other);

    private record Pair(int one, int other, int shared) {}

    private final List<Circle> circles;
    private final int wanted;
    private final PriorityQueue<Pair> best = new PriorityQueue<>(MOST_FIRST.reversed());
    private long total;

    private Overlaps(List<Circle> circles, int wanted) {
        this.circles = circles;
        this.wanted = wanted;
    }

    /** @param circles in the order in which pairs with as many creators are told */
    static Ranking<Overlap> rank(List<Circle> circles, Cut cut) {
        var overlaps = new Overlaps(circles, cut.offset() + cut.limit());
        for (var one = 0; one < circles.size(); one++) {
            for (var other = one + 1; other < circles.size(); other++) {
                overlaps.add(one, other);
            }
        }
        return overlaps.after(cut.offset());
    }

    private void add(int one, int other) {
        var shared = circles.get(one).shared(circles.get(other));
        if (shared == 0) {
            return;
        }
        total++;
        best.add(new Pair(one, other, shared));
        if (best.size() > wanted) {
            best.remove();
        }
    }

    private Ranking<Overlap> after(int offset) {
        var items = best.stream()
                .sorted(MOST_FIRST)
                .skip(offset)
                .map(pair -> new Overlap(
                        circles.get(pair.one()).member(),
                        circles.get(pair.other()).member(),
                        pair.shared()))
                .toList();
        return new Ranking<>(items, total);
    }
}
