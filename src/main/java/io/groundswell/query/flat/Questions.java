package io.groundswell.query.flat;

import io.groundswell.query.Asked;
import io.groundswell.query.Asked.Order;
import io.groundswell.query.CountMode;
import io.groundswell.query.Filter;
import io.groundswell.query.Grouping;
import io.groundswell.query.Metric;
import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Refusal;
import io.groundswell.site.AskedSite;
import io.groundswell.site.flat.Most;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.TrafficError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads questions. What is not there has a default; an order, a limit or a date that cannot be read has it, too. */
final class Questions {
    private static final int DAYS = 7;
    private static final int BY_DEFAULT = 100;
    private static final int MOST = 1_000;

    private Questions() {}

    static Asked read(QueryForm form, AskedSite site) {
        var metrics = named("metrics", form.metrics(), Metric::of, TrafficError.INVALID_METRIC);
        if (metrics.isEmpty()) {
            metrics.add(Metric.EVENT_COUNT);
        }
        var groupings = named("group_by", form.groupBy(), Grouping::of, TrafficError.INVALID_GROUP_BY);
        var to = date(form.dateTo(), site.today(), site.today());
        return new Asked(
                metrics,
                groupings,
                filters(form.filters()),
                site.between(date(form.dateFrom(), site.today().minusDays(DAYS), site.today()), to.plusDays(1)),
                mode(form.countMode()),
                new Order(by(form.orderBy(), metrics, groupings), "asc".equals(form.order())),
                Most.read(form.limit(), 1, BY_DEFAULT, MOST));
    }

    private static <T> LinkedHashSet<T> named(
            String param, List<String> names, Function<String, Optional<T>> known, ErrorCode unknown) {
        var found = new LinkedHashSet<T>();
        for (var name : names == null ? List.<String>of() : names) {
            found.add(known.apply(name)
                    .orElseThrow(() -> Refusal.on(unknown, param, "%s does not know '%s'", param, name)));
        }
        return found;
    }

    private static List<Filter> filters(List<QueryForm.FilterForm> forms) {
        if (forms == null) {
            return List.of();
        }
        if (forms.size() > FilterValues.MOST_FILTERS) {
            throw Refusal.invalid("filters", "filters must have at most %d entries", FilterValues.MOST_FILTERS);
        }
        var filters = new ArrayList<Filter>();
        for (var form : forms) {
            filters.add(Fields.read("filters[" + filters.size() + "]", form));
        }
        return filters;
    }

    private static LocalDate date(String text, LocalDate byDefault, LocalDate today) {
        var read = text == null ? null : Since.date(text.strip(), today);
        return read == null ? byDefault : read;
    }

    private static CountMode mode(String name) {
        return name == null
                ? CountMode.RAW
                : CountMode.of(name)
                        .orElseThrow(() -> Refusal.on(
                                TrafficError.INVALID_COUNT_MODE,
                                "count_mode",
                                "count_mode must be raw or session_then_user"));
    }

    /** Rows are sorted only by what they show. */
    private static Enum<?> by(String name, LinkedHashSet<Metric> metrics, LinkedHashSet<Grouping> groupings) {
        var metric = Metric.of(name).filter(one -> metrics.contains(one) && isCount(one));
        if (metric.isPresent()) {
            return metric.get();
        }
        var grouping = Grouping.of(name).filter(one -> groupings.contains(one) && isOrder(one));
        return grouping.isPresent()
                ? grouping.get()
                : groupings.contains(Grouping.DATE)
                        ? Grouping.DATE
                        : metrics.iterator().next();
    }

    private static boolean isCount(Metric metric) {
        return metric != Metric.BOUNCE_RATE && metric != Metric.AVG_DURATION;
    }

    private static boolean isOrder(Grouping grouping) {
        return grouping == Grouping.DATE || grouping == Grouping.EVENT;
    }
}
