package io.groundswell.traffic.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Most;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.BotTraffic;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What was told by automata, and is in no other answer. */
@Path("/bot-traffic")
@Produces(APPLICATION_JSON)
class BotTrafficResource {
    private final SiteQuestions questions;
    private final BotTraffic traffic;
    private final Clock clock;
    private final CurrentCaller caller;

    BotTrafficResource(SiteQuestions questions, BotTraffic traffic, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.traffic = traffic;
        this.clock = clock;
        this.caller = caller;
    }

    @Schema(name = "BotPeriod")
    record Period(String from, String to) {}

    @Schema(name = "BotTotals")
    record Totals(long requests, long events) {
        static Totals of(BotTraffic.Tally tally) {
            return new Totals(tally.requests(), tally.events());
        }
    }

    @Schema(name = "BotDay")
    record Day(String date, long requests, long events) {
        static Day of(BotTraffic.Day day) {
            return new Day(
                    day.date().toString(), day.tally().requests(), day.tally().events());
        }
    }

    @Schema(name = "BotCategory")
    record Category(String category, long requests, long events) {
        static Category of(BotTraffic.Category one) {
            return new Category(
                    lower(one.category()), one.tally().requests(), one.tally().events());
        }
    }

    record Bot(
            String category,

            @Schema(description = "What gave it away in `User-Agent`; empty without one")
            String name,

            long requests,
            long events,
            String firstSeen,
            String lastSeen) {

        static Bot of(BotTraffic.Bot bot) {
            return new Bot(
                    lower(bot.category()),
                    bot.name(),
                    bot.tally().requests(),
                    bot.tally().events(),
                    bot.first().toString(),
                    bot.last().toString());
        }
    }

    record BotTrafficResponse(
            String project, Period period, Totals totals, List<Day> days, List<Category> categories, List<Bot> bots) {}

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "NOT_FOUND"})
    @Operation(operationId = "getBotTraffic", summary = "Tell what automata sent, which is in no other answer")
    public BotTrafficResponse get(
            @Parameter(required = true) @RestQuery String project,
            @RestQuery String since,
            @RestQuery String days,
            @RestQuery String limit) {
        var from = Since.read(since, days, 7, clock.instant());
        return questions.ask(caller.owner(), project, site -> {
            var window = site.since(from);
            var answer = traffic.of(site, window, Most.read(limit, 1, 20, 1_000));
            return new BotTrafficResponse(
                    site.name(),
                    new Period(window.from().toString(), site.today().toString()),
                    Totals.of(answer.total()),
                    answer.days().stream().map(Day::of).toList(),
                    answer.categories().stream().map(Category::of).toList(),
                    answer.bots().stream().map(Bot::of).toList());
        });
    }

    private static String lower(String category) {
        return category.toLowerCase(Locale.ROOT);
    }
}
