package io.groundswell.traffic;

import static java.util.stream.Collectors.toMap;

import io.groundswell.rollup.SessionFigures;
import io.groundswell.rollup.SessionFigures.By;
import io.groundswell.rollup.SessionFigures.Group;
import io.groundswell.rollup.SessionFigures.Tally;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long sessions on a site last. */
@ApplicationScoped
public class Distribution {
    /** From the shortest to the longest. */
    private static final List<String> LENGTHS = List.of("0s", "1-10s", "10-30s", "30-60s", "1-3m", "3-10m", "10m+");

    private static final List<String> ENGAGED = LENGTHS.subList(3, LENGTHS.size());

    private final SessionFigures figures;

    Distribution(SessionFigures figures) {
        this.figures = figures;
    }

    /** @param percent of all sessions */
    public record Part(String length, long sessions, long bounces, BigDecimal events, BigDecimal percent) {}

    /**
     * @param parts with sessions, the shortest first
     * @param median where half of the sessions are reached
     * @param engaged percent of sessions that last 30 seconds or more
     */
    public record Answer(List<Part> parts, Optional<String> median, BigDecimal engaged) {}

    public Answer of(AskedSite site, Window window) {
        var tallies = figures.groups(site, window, By.LENGTH, LENGTHS.size()).stream()
                .collect(toMap(Group::value, Group::tally));
        var all = sessions(LENGTHS, tallies);
        return new Answer(
                LENGTHS.stream()
                        .filter(tallies::containsKey)
                        .map(length -> part(length, tallies.get(length), all))
                        .toList(),
                median(tallies, all),
                Rounded.percent(sessions(ENGAGED, tallies), all));
    }

    private static long sessions(List<String> lengths, Map<String, Tally> tallies) {
        return lengths.stream()
                .filter(tallies::containsKey)
                .mapToLong(length -> tallies.get(length).sessions())
                .sum();
    }

    private static Part part(String length, Tally tally, long all) {
        return new Part(
                length,
                tally.sessions(),
                tally.bounces(),
                Averages.of(tally).events(),
                Rounded.percent(tally.sessions(), all));
    }

    private static Optional<String> median(Map<String, Tally> tallies, long all) {
        var reached = 0L;
        for (var length : LENGTHS) {
            reached += tallies.containsKey(length) ? tallies.get(length).sessions() : 0;
            if (all > 0 && 2 * reached >= all) {
                return Optional.of(length);
            }
        }
        return Optional.empty();
    }
}
