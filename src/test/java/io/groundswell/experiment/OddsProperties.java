package io.groundswell.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OddsProperties {
    @Provide
    Arbitrary<List<Tally>> tallies() {
        var users = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 500), Arbitraries.longs().between(0, 20_000_000));
        var one = users.flatMap(all -> Arbitraries.oneOf(Arbitraries.longs().between(0, all), Arbitraries.of(0L, all))
                .map(conversions -> List.of(all, conversions)));
        return one.list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(counts -> Told.of(counts.stream()
                        .flatMap(List::stream)
                        .mapToLong(Long::longValue)
                        .toArray()));
    }

    @Property(tries = 150)
    void they_are_probabilities(@ForAll("tallies") List<Tally> tallies) {
        var odds = Odds.of(tallies);

        assertThat(odds).hasSize(tallies.size());
        assertThat(DoubleStream.of(odds).boxed())
                .allSatisfy(one -> assertThat(one).isBetween(0.0, 1.0));
        assertThat(DoubleStream.of(odds).sum()).isCloseTo(1, within(1e-12));
        assertThat(Thousandths.of(odds).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.ONE);
        for (var at = 0; at < odds.length; at++) {
            assertThat(Thousandths.of(odds).get(at).doubleValue()).isCloseTo(odds[at], within(0.001));
        }
    }

    @Property(tries = 60)
    void the_order_of_variants_does_not_matter(@ForAll("tallies") List<Tally> tallies) {
        var turned = new ArrayList<>(tallies);
        Collections.reverse(turned);

        var odds = Odds.of(tallies);
        var turnedOdds = Odds.of(turned);

        for (var at = 0; at < odds.length; at++) {
            assertThat(turnedOdds[odds.length - 1 - at]).isCloseTo(odds[at], within(1e-9));
        }
    }

    @Property(tries = 60)
    void one_more_conversion_makes_a_variant_no_less_likely(@ForAll("tallies") List<Tally> tallies) {
        var first = tallies.get(0);
        if (first.conversions() == first.users()) {
            return;
        }
        var more = new ArrayList<>(tallies);
        more.set(0, new Tally(first.variant(), first.exposures(), first.users(), first.conversions() + 1));

        assertThat(Odds.of(more)[0]).isGreaterThan(Odds.of(tallies)[0] - 1e-9);
    }
}
