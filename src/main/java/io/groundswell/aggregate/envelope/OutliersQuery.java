package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.Side;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Choices;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What is far from the norm. */
record OutliersQuery(
        @RestQuery
        @Choices(value = Side.class, several = false)
        @Parameter(description = "More views than usual, fewer, or, if it is not given, both")
        String side,

        @RestQuery("min_ratio")
        @Parameter(
                description = "How many times the median is far, and which part of it: more than 1, to 1,000, with two"
                        + " decimals at most; 3 if it is not given")
        String minRatio) {
    private static final BigDecimal USUAL = BigDecimal.valueOf(3);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000);

    Side side(Query query) {
        return query.choice("side", side, Side.class, Side.BOTH);
    }

    BigDecimal ratio(Query query) {
        if (minRatio == null) {
            return USUAL;
        }
        var number = minRatio.matches("\\d{1,4}(\\.\\d{1,2})?") ? new BigDecimal(minRatio) : BigDecimal.ZERO;
        query.that(
                number.compareTo(BigDecimal.ONE) > 0 && number.compareTo(MOST) <= 0,
                "min_ratio",
                "must be a number of more than 1, to 1000, with two decimals at most");
        return number;
    }
}
