package io.groundswell.query;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.query.Asked.Order;
import io.groundswell.segment.SegmentedSite;
import io.groundswell.site.AskedSite;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in segments, and whatever changes meanwhile, an answer is the one that rows alone give. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ByColumnsTest extends SegmentedSite {
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final int STEPS = 25;
    private static final int USERS = 8;
    private static final List<Object> VALUES = Arrays.asList(
            "7",
            7,
            7.0,
            -1,
            1e20,
            0.1,
            "",
            "a",
            "b",
            "a\"b",
            "\uFF5E",
            "\uD83D\uDE00",
            true,
            false,
            null,
            "null",
            "true",
            List.of(1, 2),
            Map.of("k", "v"),
            List.of(),
            "x".repeat(300));
    private static final List<String> KEYS = List.of("path", "plan", "value", "browser");

    @Inject
    Query query;

    @Inject
    ByColumns byColumns;

    private String id;
    private int answered;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void answers_are_those_of_rows_alone(long seed) {
        id = site.id();
        var random = new Random(seed);
        site.tell(visits(random));
        events.fold(number, 1_000);
        for (var step = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> site.tell(visits(random));
                case 2 -> events.fold(number, 1 + random.nextInt(60));
                case 3, 4, 5, 6 -> segments.make(number, 3 + random.nextInt(12));
                default -> change(random);
            }
            ask(random);
        }
        assertThat(answered).isGreaterThan(STEPS);
    }

    private static List<Visit> visits(Random random) {
        var visits = new ArrayList<Visit>();
        for (var n = 10 + random.nextInt(60); n > 0; n--) {
            var properties = new HashMap<String, Object>();
            for (var key : KEYS) {
                if (random.nextInt(3) > 0) {
                    properties.put(key, VALUES.get(random.nextInt(VALUES.size())));
                }
            }
            if (random.nextInt(9) == 0) {
                properties.put("not for questions: " + random.nextInt(3), 1);
            }
            visits.add(new Visit(
                    List.of("page_view", "signup", "buy").get(random.nextInt(3)),
                    random.nextInt(4) == 0 ? null : "u" + random.nextInt(USERS),
                    random.nextInt(4) == 0 ? null : "s" + random.nextInt(30),
                    at(random),
                    properties));
        }
        return visits;
    }

    private static Instant at(Random random) {
        return NOW.minusSeconds(random.nextInt(9 * 24) * 3_600L).minusMillis(random.nextInt(2));
    }

    private void change(Random random) {
        var user = "u" + random.nextInt(USERS);
        switch (random.nextInt(3)) {
            case 0 -> changes.move(number, user, "u" + random.nextInt(USERS + 2));
            case 1 -> as(site.organization().aak()).delete("/projects/{id}/users/{user}", id, user);
            default -> changes.dropBefore(number, TODAY.minusDays(8));
        }
    }

    private void ask(Random random) {
        ask(asked -> {
            for (var n = 0; n < 5; n++) {
                var question = question(asked, random);
                assertThat(query.rows(asked, question))
                        .as(question.toString())
                        .isEqualTo(query.byRows(asked, question));
                answered += byColumns.rows(asked, question).isPresent() ? 1 : 0;
            }
            return null;
        });
    }

    private static Asked question(AskedSite site, Random random) {
        var metrics = new LinkedHashSet<>(
                some(List.of(Metric.EVENT_COUNT, Metric.UNIQUE_USERS, Metric.SESSION_COUNT), random));
        if (metrics.isEmpty() || random.nextInt(9) == 0) {
            metrics.add(random.nextInt(3) == 0 ? Metric.BOUNCE_RATE : Metric.EVENT_COUNT);
        }
        var groupings = new LinkedHashSet<>(some(
                random.nextInt(6) == 0
                        ? Arrays.asList(Grouping.values())
                        : List.of(Grouping.EVENT, Grouping.DATE, Grouping.COUNTRY),
                random));
        var filters = new ArrayList<Filter>();
        for (var n = random.nextInt(3); n > 0; n--) {
            filters.add(filter(random));
        }
        var by = new ArrayList<Enum<?>>(groupings);
        by.addAll(metrics);
        return new Asked(
                metrics,
                groupings,
                filters,
                site.between(TODAY.minusDays(random.nextInt(9)), TODAY.plusDays(1 - random.nextInt(2))),
                random.nextInt(8) == 0 ? CountMode.SESSION_THEN_USER : CountMode.RAW,
                new Order(by.get(random.nextInt(by.size())), random.nextBoolean()),
                1 + random.nextInt(20));
    }

    private static <T> List<T> some(List<T> all, Random random) {
        var some = new ArrayList<>(all);
        Collections.shuffle(some, random);
        return some.subList(0, random.nextInt(some.size()));
    }

    private static Filter filter(Random random) {
        var operator = Operator.values()[random.nextInt(Operator.values().length)];
        var fields = new HashMap<String, EventField>(
                Map.of("event", EventField.EVENT, "date", EventField.DATE, "country", EventField.COUNTRY));
        if (random.nextInt(9) == 0) {
            fields.put("session_id", EventField.SESSION_ID);
        }
        if (random.nextInt(3) == 0) {
            var name = fields.keySet().stream().sorted().toList().get(random.nextInt(fields.size()));
            var value = List.of("buy", "page_view", "2030-03-05", "s3", "DE").get(random.nextInt(5));
            return new Filter(name, bound -> fields.get(name), operator, value);
        }
        var key = KEYS.get(random.nextInt(KEYS.size()));
        return new Filter(
                "properties." + key, bound -> EventField.property(key, bound), operator, value(operator, random));
    }

    /** Texts contain only texts. */
    private static Object value(Operator operator, Random random) {
        var value = VALUES.get(random.nextInt(VALUES.size()));
        if (value instanceof Number number && operator != Operator.CONTAINS) {
            return new BigDecimal(number.toString());
        }
        return value instanceof String || value instanceof Boolean && operator != Operator.CONTAINS ? value : "a";
    }
}
