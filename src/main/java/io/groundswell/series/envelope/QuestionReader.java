package io.groundswell.series.envelope;

import io.groundswell.series.EntityType;
import io.groundswell.series.Granularity;
import io.groundswell.series.Metric;
import io.groundswell.series.Question;
import io.groundswell.series.Reading;
import io.groundswell.series.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Makes a question of its parameters, or tells all that is wrong with them. */
final class QuestionReader {
    private static final int MOST_BUCKET_DAYS = 90;
    private static final int MOST_PARTS = 50;
    private static final int PARTS = 10;
    private static final int DAYS_BEFORE = 30;
    private static final String NONE = "none";
    /** Where days begin first. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private final AnalyticsQuery query;
    private final Issues issues = new Issues();

    private QuestionReader(AnalyticsQuery query) {
        this.query = query;
    }

    /** @param zone of the organization */
    static Question read(AnalyticsQuery query, ZoneId zone, Instant now) {
        return new QuestionReader(query).read(zone, now);
    }

    private Question read(ZoneId organizationZone, Instant now) {
        var entity = required("entity", query.entity(), EntityType.class);
        var metric = required("metric", query.metric(), Metric.class);
        var ids = ids();
        var reading = issues.choice("mode", query.mode(), Reading.class);
        var granularity = issues.choice("granularity", query.granularity(), Granularity.class);
        var bucketDays = issues.whole("bucket_days", query.bucketDays(), MOST_BUCKET_DAYS);
        var zone = query.tz() == null ? organizationZone : issues.zone("tz", query.tz());
        var range = range(zone, now);
        var compare = issues.choice("compare", query.compare(), List.of(NONE, "prior_period"));
        var breakdown = breakdown();
        var most = issues.whole("top_n", query.topN(), MOST_PARTS);
        var base = issues.choice("base_metric", query.baseMetric(), Metric.counts());
        var formula = issues.choice("formula", query.formula(), List.of("by_views", "by_followers"));
        issues.choice("format", query.format(), List.of("json", "csv"));
        var hideAuto = issues.choice("hide_auto", query.hideAuto(), List.of("1", "true", "0", "false"));
        new QuestionRules(issues, entity, metric)
                .metricIsOfEntity()
                .readingFits(reading)
                .granularityFits(granularity, bucketDays, query.bucketDays() != null)
                .baseFits(base, query.baseMetric() != null)
                .formulaFits(formula)
                .breakdownFits(breakdown, query.entityIds() != null);
        issues.check();
        var isCustom = granularity == Granularity.CUSTOM;
        return new Question(
                entity,
                ids,
                metric,
                metric == Metric.GROWTH_RATE_POP ? base : null,
                metric.isRate() ? Reading.RATE : reading == null ? Reading.NEW : reading,
                granularity == null ? Granularity.DAY : granularity,
                isCustom ? bucketDays : 0,
                range,
                zone,
                LocalDate.ofInstant(now, zone),
                compare != null && !compare.equals(NONE),
                breakdown,
                breakdown == null ? 0 : most == null ? PARTS : most,
                "1".equals(hideAuto) || "true".equals(hideAuto));
    }

    private <E extends Enum<E>> E required(String param, String text, Class<E> type) {
        if (text == null) {
            issues.add(param, param + " is required");
        }
        return issues.choice(param, text, type);
    }

    private List<UUID> ids() {
        issues.addIf(
                (query.entityId() == null) == (query.entityIds() == null),
                "entity_id",
                "Give one of entity_id and entity_ids");
        var one = issues.id("entity_id", query.entityId());
        var several = issues.ids("entity_ids", query.entityIds());
        return one == null ? several : List.of(one);
    }

    /** @param zone null when it is not known: what is wrong whatever day it is there is told all the same */
    private Span range(ZoneId zone, Instant now) {
        var from = issues.date("from", query.from());
        var to = issues.date("to", query.to());
        if (from == null && query.from() != null) {
            return null;
        }
        var today = LocalDate.ofInstant(now, zone == null ? EARLIEST : zone);
        var last = lastDay(to, today);
        var first = from == null ? last.minusDays(DAYS_BEFORE) : from;
        if (first.isAfter(last)) {
            issues.add("from", "from must not be after to, nor after today" + (zone == null ? "" : " (" + today + ")"));
            return null;
        }
        return new Span(first, last);
    }

    private static LocalDate lastDay(LocalDate to, LocalDate today) {
        return to == null || to.isAfter(today) ? today : to;
    }

    private EntityType breakdown() {
        var word = issues.choice("breakdown", query.breakdown(), List.of(NONE, EntityType.VIDEO, EntityType.CREATOR));
        return word instanceof EntityType type ? type : null;
    }
}
