package io.groundswell.traffic;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What automata told a site, and was not kept. */
@ApplicationScoped
public class BotTraffic {
    private static final Sql COUNTS = Sql.file(BotTraffic.class, "bot-traffic.sql");

    private final AgroalDataSource database;

    BotTraffic(AgroalDataSource database) {
        this.database = database;
    }

    /** How often they came, and what they told. */
    public record Tally(long requests, long events) {}

    public record Day(LocalDate date, Tally tally) {}

    public record Category(String category, Tally tally) {}

    /**
     * One kind of automaton.
     *
     * @param name by which it was recognised; empty when it did not give any
     * @param first day on which it came, in UTC
     */
    public record Bot(String category, String name, Tally tally, LocalDate first, LocalDate last) {}

    /**
     * @param days on which some came, the oldest first
     * @param categories that came, most requests first, among equals by name
     * @param bots that came, in the same order
     */
    public record Answer(Tally total, List<Day> days, List<Category> categories, List<Bot> bots) {}

    private record Row(LocalDate day, Bot bot) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("day", LocalDate.class),
                    new Bot(
                            row.getString("category"),
                            row.getString("name"),
                            new Tally(row.getLong("requests"), row.getLong("events")),
                            row.getObject("first", LocalDate.class),
                            row.getObject("last", LocalDate.class)));
        }

        boolean isDay() {
            return day != null;
        }

        boolean isBot() {
            return bot.name() != null;
        }

        boolean isCategory() {
            return bot.category() != null && !isBot();
        }
    }

    /** @param most bots that are wanted */
    public Answer of(AskedSite site, Window window, int most) {
        var rows = COUNTS.list(
                database, Map.of("site", site.number(), "from", window.from(), "until", window.until()), Row::of);
        return new Answer(
                rows.stream()
                        .filter(row -> !row.isDay() && row.bot().category() == null)
                        .map(row -> row.bot().tally())
                        .findFirst()
                        .orElse(new Tally(0, 0)),
                rows.stream()
                        .filter(Row::isDay)
                        .map(row -> new Day(row.day(), row.bot().tally()))
                        .toList(),
                bots(rows, Row::isCategory)
                        .map(bot -> new Category(bot.category(), bot.tally()))
                        .toList(),
                bots(rows, Row::isBot).limit(most).toList());
    }

    private static Stream<Bot> bots(List<Row> rows, Predicate<Row> kind) {
        return rows.stream().filter(kind).map(Row::bot);
    }
}
