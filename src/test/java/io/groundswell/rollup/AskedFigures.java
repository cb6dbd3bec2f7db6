package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.rollup.SessionFigures.By;
import io.groundswell.rollup.SessionFigures.Tally;
import io.groundswell.site.AskedSite;
import io.groundswell.site.SiteQuestions;
import io.groundswell.site.Window;
import io.groundswell.testing.Website;
import io.groundswell.testing.Website.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks for all figures of a site, and holds the answers to a plain count. */
@ApplicationScoped
class AskedFigures {
    private final SiteQuestions questions;
    private final EventFigures events;
    private final SessionFigures sessions;

    AskedFigures(SiteQuestions questions, EventFigures events, SessionFigures sessions) {
        this.questions = questions;
        this.events = events;
        this.sessions = sessions;
    }

    /** At one moment. */
    void ask(Website website, Consumer<AskedSite> question) {
        questions.ask(website.owner(), website.name(), site -> {
            question.accept(site);
            return null;
        });
    }

    void assertSame(Website website, ToldSite told, List<Window> windows) {
        ask(website, site -> windows.forEach(window -> assertSame(site, told, window)));
    }

    private void assertSame(AskedSite site, ToldSite told, Window window) {
        assertThat(stretches(events.days(site, window)))
                .isEqualTo(told.stretches(window, time -> time.truncatedTo(ChronoUnit.DAYS)));
        assertThat(stretches(events.hours(site, window)))
                .isEqualTo(told.stretches(window, time -> time.truncatedTo(ChronoUnit.HOURS)));
        for (var event : Arrays.asList(null, "page_view", "signup", "unheard of")) {
            assertThat(events.count(site, window, event)).isEqualTo(told.count(window, event));
        }
        assertRankings(site, told, window, null);
        assertRankings(site, told, window, "page_view");
        var totals = sessions.totals(site, window);
        assertThat(text(totals.tally()) + " " + totals.users()).isEqualTo(told.totals(window));
        for (var by : By.values()) {
            for (var most : List.of(2, 100)) {
                assertThat(sessions.groups(site, window, by, most).stream()
                                .map(group -> group.value() + " " + text(group.tally()))
                                .toList())
                        .as(by + " " + most)
                        .isEqualTo(told.groups(window, by, most));
            }
        }
        assertThat(sessions.days(site, window).stream()
                        .map(day -> day.date() + " " + day.users().count())
                        .toList())
                .isEqualTo(told.sessionDays(window));
    }

    private void assertRankings(AskedSite site, ToldSite told, Window window, String event) {
        assertRanking(site, told, window, event, Dimension.EVENT, Visit::event);
        for (var dimension : List.of(Dimension.PATH, Dimension.REFERRER, Dimension.UTM_SOURCE)) {
            assertRanking(
                    site,
                    told,
                    window,
                    event,
                    dimension,
                    visit -> Objects.toString(visit.property(dimension.toString()), null));
        }
    }

    private void assertRanking(
            AskedSite site,
            ToldSite told,
            Window window,
            String event,
            Dimension dimension,
            Function<Visit, String> value) {
        for (var most : List.of(2, 100)) {
            var ranking = events.ranking(site, window, dimension, event, most);
            var answer = new ArrayList<String>();
            answer.add("all " + ranking.events());
            ranking.values()
                    .forEach(one -> answer.add("%s %d %d %s %s"
                            .formatted(one.value(), one.events(), one.users(), one.first(), one.last())));
            assertThat(answer)
                    .as(dimension + " of " + event + " " + most)
                    .isEqualTo(told.ranking(window, event, most, value));
        }
    }

    private static List<String> stretches(List<Stretch> stretches) {
        var all = new Users();
        var before = new Users();
        var answer = new ArrayList<String>();
        for (var stretch : stretches) {
            answer.add("%s %d %d %d"
                    .formatted(
                            stretch.from(),
                            stretch.events(),
                            stretch.users().count(),
                            stretch.users().countIn(before)));
            before = stretch.users();
            all.add(before);
        }
        answer.add("all " + all.count());
        return answer;
    }

    private static String text(Tally tally) {
        return "%d %d %d %d".formatted(tally.sessions(), tally.bounces(), tally.duration(), tally.events());
    }
}
