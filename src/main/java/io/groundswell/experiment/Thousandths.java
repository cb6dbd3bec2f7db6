package io.groundswell.experiment;

import io.groundswell.traffic.Rounded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares of a whole with three decimals, which are a whole again: what rounding down leaves goes to those who lost most by it. */
final class Thousandths {
    private static final int WHOLE = 1_000;
    private static final int DECIMALS = 3;

    private Thousandths() {}

    /** @param shares together 1 */
    static List<BigDecimal> of(double[] shares) {
        var units = IntStream.range(0, shares.length)
                .mapToLong(at -> (long) Math.floor(shares[at] * WHOLE))
                .toArray();
        var left = WHOLE
                - IntStream.range(0, units.length).mapToLong(at -> units[at]).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(at -> units[at] - shares[at] * WHOLE))
                .limit(left)
                .forEach(at -> units[at]++);
        var rounded = new ArrayList<BigDecimal>();
        for (var unit : units) {
            rounded.add(Rounded.plain(BigDecimal.valueOf(unit, DECIMALS)));
        }
        return rounded;
    }
}
