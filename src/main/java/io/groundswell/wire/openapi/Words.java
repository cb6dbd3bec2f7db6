package io.groundswell.wire.openapi;

import io.groundswell.wire.Contract;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What parameters mean whose name means the same everywhere. One of its own says so with {@code @Parameter}. */
final class Words {
    private static final Map<String, String> QUERIES = Map.ofEntries(
            Map.entry("limit", "How many items a page holds at most"),
            Map.entry("starting_after", "The id of an item; the page begins with the one behind it"),
            Map.entry("ending_before", "The id of an item; the page ends with the one before it"),
            Map.entry("expand", "What to put into each object besides"),
            Map.entry("status", "Only those in one of these states"),
            Map.entry("platform", "Only those on one of these platforms"),
            Map.entry("type", "Only those of one of these types"),
            Map.entry("mission_id", "Only those of this mission"),
            Map.entry("created_after", "Only those made at this time or later"),
            Map.entry("created_before", "Only those made before this time"),
            Map.entry("scheduled_after", "Only those scheduled for this time or later"),
            Map.entry("scheduled_before", "Only those scheduled for before this time"),
            Map.entry("action", "Only these actions, separated by commas, such as `api_key.created`"),
            Map.entry("user_id", "Only what this user did"),
            Map.entry("subject", "Only what was done to the thing with this id"),
            Map.entry("content_id", "Only those of this item"),
            Map.entry("scope", "Only those attached to these sorts of things"),
            Map.entry("kind", "Only those of these kinds"),
            Map.entry(
                    "period", "Days up to today, the year so far, everything, or two dates; `30d` if it is not given"),
            Map.entry("period1", "The first period"),
            Map.entry("period2", "The period that it is compared with"),
            Map.entry("start_date", "The first day of the period, in its place; needs `end_date`"),
            Map.entry("end_date", "The last day of the period, in its place; needs `start_date`"),
            Map.entry("platforms", "Only what is on these platforms"),
            Map.entry("granularity", "How long each step of the series is; `day` if it is not given"),
            Map.entry("breakdown", "What to tell posts apart by; all of it if it is not given"),
            Map.entry("sort_by", "What the lists are sorted by, the most first; `engagement_rate` if it is not given"),
            Map.entry("expires", "With `signature`: until when the address can be used"),
            Map.entry("signature", "Takes the place of a key for whoever was given the address"),
            Map.entry("project_id", "Only those of this project"),
            Map.entry("creator_id", "Only those of this creator"),
            Map.entry("structure_id", "Only those of this payout structure"),
            Map.entry("include_disabled", "Also those that are deactivated, for keys of administrators"),
            Map.entry("cursor", "The `nextCursor` of the page before"),
            Map.entry("item_type", "What sort of thing the item is"),
            Map.entry("item_id", "The id of the creator, video or campaign"),
            Map.entry("from", "Only those of this time or later"),
            Map.entry("to", "Only those of before this time"));

    private static final Set<String> TIMES =
            Set.of("created_after", "created_before", "scheduled_after", "scheduled_before", "from", "to");

    private static final Set<String> DATES = Set.of("start_date", "end_date");
    /** Of creators, whose periods are of whole days. */
    private static final Set<String> DAYS = Set.of("from", "to", "reference_date");

    private static final Set<String> PERIODS = Set.of("period", "period1", "period2");
    private static final String PERIOD = "^(7d|30d|90d|ytd|all|\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2})$";

    /** Of creators, beside {@code limit}. */
    private static final Map<String, Whole> WHOLES = Map.of(
            "bucket_days", new Whole(1, 90, null),
            "top_n", new Whole(1, 50, 10),
            "offset", new Whole(0, 100_000, 0));

    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("missions", "the mission"),
            Map.entry("content", "the item"),
            Map.entry("publish", "the item"),
            Map.entry("keys", "the key"),
            Map.entry("webhooks", "the webhook"),
            Map.entry("deliveries", "the delivery"),
            Map.entry("review-links", "the review link"),
            Map.entry("members", "the user"),
            Map.entry("users", "the user"),
            Map.entry("organizations", "the organization"),
            Map.entry("media", "the visual"),
            Map.entry("annotations", "the annotation"),
            Map.entry("export", "the export"),
            Map.entry("projects", "the project"),
            Map.entry("experiments", "the experiment"),
            Map.entry("creators", "the creator"),
            Map.entry("videos", "the video"),
            Map.entry("campaigns", "the campaign"),
            Map.entry("goals", "the goal"),
            Map.entry("alerts", "the alert"),
            Map.entry("sources", "the source"),
            Map.entry("payout-methods", "the payout method"),
            Map.entry("payout-structures", "the payout structure"),
            Map.entry("assignments", "the assignment"),
            Map.entry("payout-accruals", "the accrual"),
            Map.entry("payout-payments", "the payment"),
            Map.entry("api-keys", "the key"));

    private static final Map<String, String> PATHS = Map.of(
            "provider", "The name of a provider",
            "format", "The kind of file",
            "token", "The secret part of the link");

    private Words() {}

    /** Null when nobody has said it yet. */
    static String of(String path, Parameter parameter) {
        if (parameter.getIn() != Parameter.In.QUERY) {
            return ofPath(path, parameter.getName());
        }
        return isOfSite(path) ? SiteWords.of(parameter.getName()) : QUERIES.get(parameter.getName());
    }

    private static boolean isOfSite(String path) {
        return Contract.of(path) == Contract.SITE;
    }

    /** An id is that of the thing that the address names before it. */
    private static String ofPath(String path, String name) {
        if (PATHS.containsKey(name)) {
            return PATHS.get(name);
        }
        var before = path.substring(0, path.indexOf("{" + name + "}")).split("/");
        var thing = THINGS.get(before[before.length - 1]);
        return thing == null ? null : "The id of " + thing;
    }

    static void shape(String path, String name, Schema schema) {
        if (isOfSite(path)) {
            SiteWords.shape(name, schema);
        } else if (name.equals("limit")) {
            limit(path).shape(schema);
        } else if (WHOLES.containsKey(name) && Contract.of(path) == Contract.CREATORS) {
            WHOLES.get(name).shape(schema);
        } else if (DATES.contains(name) || DAYS.contains(name) && Contract.of(path) == Contract.CREATORS) {
            schema.format("date");
        } else if (TIMES.contains(name)) {
            // A date is its first moment in UTC.
            schema.addAnyOf(OASFactory.createSchema().format("date"))
                    .addAnyOf(OASFactory.createSchema().format("date-time"));
        } else if (PERIODS.contains(name) && Contract.of(path) != Contract.CREATORS) {
            schema.pattern(PERIOD);
        }
    }

    private static Whole limit(String path) {
        // A chart wants all of its points.
        return path.endsWith("/creator-scatter")
                ? new Whole(1, 1_000, 1_000)
                : new Whole(1, 100, Contract.of(path) == Contract.CREATORS ? 50 : 20);
    }

    /** @param otherwise what it is where it is not sent, or null */
    private record Whole(long least, long most, Integer otherwise) {
        void shape(Schema schema) {
            schema.setType(List.of(SchemaType.INTEGER));
            schema.minimum(BigDecimal.valueOf(least))
                    .maximum(BigDecimal.valueOf(most))
                    .defaultValue(otherwise);
        }
    }
}
