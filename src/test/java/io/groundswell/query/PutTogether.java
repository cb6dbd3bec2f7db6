package io.groundswell.query;

import io.groundswell.database.Sql;
import io.groundswell.segment.SomeRest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Statements for questions of one's own, of every shape that reads other tables or columns. */
public final class PutTogether {
    private PutTogether() {}

    public static List<Sql> statements() {
        return Arrays.stream(CountMode.values())
                .map(mode -> new Asked(
                        new LinkedHashSet<>(Arrays.asList(Metric.values())),
                        new LinkedHashSet<>(Arrays.asList(Grouping.values())),
                        List.of(new Filter("country", bound -> EventField.COUNTRY, Operator.EQ, "DE")),
                        null,
                        mode,
                        new Asked.Order(Metric.EVENT_COUNT, false),
                        10))
                .flatMap(asked -> Stream.of(
                        new Statement(asked, new Bound(Map.of())).sql(),
                        new Statement(asked, new Bound(Map.of())).rest(SomeRest.of(5, 9))))
                .toList();
    }
}
