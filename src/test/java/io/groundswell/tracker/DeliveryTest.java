package io.groundswell.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Gate;
import io.groundswell.testing.Gate.State;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every event arrives, and counts once, whatever happens on its way. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DeliveryTest extends TrackedPages {
    private static final String MANY = "for (let n = 0; n < %d; n++) { aa.track('%s' + n) }";

    private List<Gate.Sent> tracked() {
        return gate.sent().stream()
                .filter(sent -> sent.path().startsWith("/track"))
                .toList();
    }

    private Map<String, Long> counts() {
        return seen().stream().collect(Collectors.groupingBy(Seen::event, Collectors.counting()));
    }

    @Test
    void what_happens_within_five_seconds_is_sent_together() {
        browser.reset();
        page("/", "Home", "", "");
        var opened = System.nanoTime();
        open("/");
        aa("track('one')");
        aa("track('two', {n: 1})");
        await("two", 1);
        var waited = (System.nanoTime() - opened) / 1_000_000;

        assertThat(waited).isBetween(4_500L, 9_000L);
        assertThat(tracked()).extracting(Gate.Sent::path).containsExactly("/track/batch");
        assertThat(names(seen())).containsExactly("page_view", "one", "two");
        assertThat(kept()).doesNotContain("consent").noneMatch(key -> key.toString()
                .startsWith("event_"));
    }

    @Test
    void one_event_alone_needs_no_batch() {
        page("/", "Home", "", "");
        open("/");
        one("page_view");
        assertThat(tracked()).extracting(Gate.Sent::path).containsExactly("/track");
    }

    @Test
    void a_page_that_is_left_at_once_has_told_what_happened() {
        browser.reset();
        page("/", "Home", "", "");
        open("/");
        aa("track('quick')");
        leave();
        var events = await(all -> all.size() == 2, "both events");
        assertThat(names(events)).containsExactly("page_view", "quick");
    }

    @Test
    void a_page_that_becomes_hidden_sends_a_beacon_and_has_it_confirmed_when_it_is_seen_again() {
        page("/", "Home", "", "");
        open("/");
        one("page_view");
        browser.run("""
            window.beacons = 0;
            const send = navigator.sendBeacon.bind(navigator);
            navigator.sendBeacon = (url, body) => { window.beacons++; return send(url, body) };
            aa.track('hidden');
            Object.defineProperty(document, 'hidden', {configurable: true, get: () => true});
            Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => 'hidden'});
            document.dispatchEvent(new Event('visibilitychange'));\
            """);
        one("hidden");
        pause(800);
        assertThat(browser.run("return beacons")).isEqualTo(1L);
        assertThat(tracked()).hasSize(2);
        assertThat(kept()).anyMatch(key -> key.startsWith("event_"));

        browser.run("delete document.hidden; delete document.visibilityState;"
                + " document.dispatchEvent(new Event('visibilitychange'))");
        pause(1_000);
        assertThat(tracked()).hasSize(3);
        assertThat(kept()).noneMatch(key -> key.startsWith("event_"));
        assertThat(counts()).containsEntry("hidden", 1L);
    }

    @Test
    void many_events_go_in_batches_that_the_server_takes() {
        page("/", "Home", "", "");
        open("/");
        browser.run(MANY.formatted(250, "e"));
        var events = await(all -> all.size() == 251, "all 251 events");

        assertThat(events).extracting(Seen::event).doesNotHaveDuplicates();
        assertThat(tracked()).allMatch(sent -> sent.body().length() < 65_536).hasSizeBetween(3, 12);
    }

    @Test
    void an_outage_costs_nothing_also_when_the_page_is_loaded_again_meanwhile() {
        page("/", "Home", "", "");
        gate.become(State.DOWN);
        open("/");
        aa("track('first')");
        pause(600);
        browser.reload();
        aa("track('second')");
        pause(600);
        gate.become(State.CUT);
        pause(600);
        assertThat(seen()).isEmpty();
        gate.become(State.OPEN);
        await(all -> all.size() == 4, "all four events");
        pause(600);
        assertThat(counts()).isEqualTo(Map.of("page_view", 2L, "first", 1L, "second", 1L));
        assertThat(kept()).noneMatch(key -> key.startsWith("event_"));
    }

    @Test
    void an_answer_that_is_lost_does_not_count_twice() {
        page("/", "Home", "", "");
        gate.become(State.MUTE);
        open("/");
        aa("track('paid')");
        await("paid", 1);
        browser.reload();
        gate.become(State.OPEN);
        await("page_view", 2);
        pause(1_500);

        assertThat(counts()).isEqualTo(Map.of("page_view", 2L, "paid", 1L));
        assertThat(tracked().stream().filter(sent -> sent.body().contains("\"paid\"")))
                .hasSizeGreaterThan(1);
    }

    @Test
    void a_server_that_asks_for_patience_gets_it() {
        page("/", "Home", "", "");
        gate.become(State.LIMITED);
        open("/");
        pause(1_000);
        gate.become(State.OPEN);
        assertThat(one("page_view").get("path")).isEqualTo("/");
    }

    @Test
    void a_network_that_comes_back_makes_no_server_take_more_than_it_can() {
        page("/", "Home", "", "");
        open("/");
        one("page_view");
        browser.run("""
            window.asked = 0;
            window.fetch = () => {
                window.asked++;
                return Promise.resolve(new Response('{}', {status: 429, headers: {'Retry-After': '60'}}));
            };
            aa.track('one');
            setInterval(() => window.dispatchEvent(new Event('online')), 100);\
            """);
        pause(1_500);
        assertThat(browser.run("return asked")).isEqualTo(1L);
    }

    @Test
    void what_was_told_while_the_clock_was_ahead_does_not_stay_when_it_is_set() {
        page("/", "Home", "", "");
        gate.page("/plain", "plain");
        open("/plain");
        browser.run("localStorage.test_ahead = 10 * 3600000");
        gate.become(State.DOWN);
        open("/");
        aa("track('early')");
        pause(300);
        open("/plain");
        browser.run("localStorage.removeItem('test_ahead')");
        gate.become(State.OPEN);
        open("/");
        one("early");
        await("page_view", 2);
        pause(600);
        assertThat(kept()).noneMatch(key -> key.startsWith("event_"));
    }

    @Test
    void what_a_closed_tab_could_not_send_another_tab_sends() {
        page("/", "Home", "", "");
        gate.become(State.CUT);
        open("/");
        aa("track('first_tab')");
        var first = browser.tab();
        var second = browser.newTab();
        open("/");
        aa("track('second_tab')");
        browser.lookAt(first);
        leave();
        browser.lookAt(second);
        pause(300);
        gate.become(State.OPEN);
        await(all -> all.size() == 4, "all four events");
        pause(600);
        browser.closeTab();
        browser.lookAt(first);
        assertThat(counts()).isEqualTo(Map.of("page_view", 2L, "first_tab", 1L, "second_tab", 1L));
    }

    @Test
    void two_tabs_at_once_lose_nothing_and_count_nothing_twice() {
        page("/", "Home", "", "");
        open("/");
        var first = browser.tab();
        var second = browser.newTab();
        open("/");
        var tabs = List.of(first, second);
        for (var round = 0; round < 6; round++) {
            gate.become(round % 3 == 1 ? State.MUTE : State.OPEN);
            for (var tab : tabs) {
                browser.lookAt(tab);
                browser.run(MANY.formatted(5, "t" + tabs.indexOf(tab) + "_" + round + "_"));
            }
            pause(250);
        }
        gate.become(State.OPEN);
        await(all -> all.size() >= 62, "all 62 events");
        pause(800);
        browser.closeTab();
        browser.lookAt(first);
        assertThat(seen()).hasSize(62);
        assertThat(counts()).hasSize(61).containsEntry("page_view", 2L);
    }

    @Test
    void one_event_that_is_refused_takes_no_other_along() {
        page("/", "Home", "", "");
        gate.become(State.DOWN);
        open("/");
        browser.run(MANY.formatted(4, "good"));
        var bad = "aa_%s_event_00000000-bad".formatted(site.tracker().token());
        browser.run(
                "localStorage.setItem(arguments[0], JSON.stringify({token: arguments[1], event: 'x'.repeat(300)}))",
                bad,
                site.tracker().token());
        gate.become(State.OPEN);
        await(all -> all.size() == 5, "all that is good");
        pause(500);
        assertThat(counts().values()).containsOnly(1L);
        assertThat(kept()).noneMatch(key -> key.startsWith("event_"));
    }

    @Test
    void a_machine_whose_clock_is_wrong_is_measured_by_the_clock_of_the_server() {
        page("/", "Home", "", "");
        gate.page("/plain", "plain");
        open("/plain");
        browser.run("localStorage.test_ahead = 10 * 3600000");
        open("/");
        aa("track('one')");
        aa("track('two')");
        await(all -> all.size() == 3, "all three events");
        assertThat(seen())
                .extracting(Seen::at)
                .allMatch(at -> Math.abs(at - Instant.now().toEpochMilli()) < 60_000);
        var needed = tracked().size();
        aa("track('three')");
        one("three");
        assertThat(tracked()).as("once it is known").hasSize(needed + 1);
    }

    @Test
    void a_token_that_nobody_knows_is_not_tried_again() {
        gate.page("/", "<!doctype html>" + tag("").replace(site.tracker().token(), "aat_unknown"));
        open("/");
        pause(1_200);
        assertThat(tracked()).hasSize(1);
        assertThat((List<?>) browser.run("return Object.keys(localStorage)"))
                .noneMatch(key -> key.toString().contains("_event_"));
    }

    @Test
    void what_waits_in_the_browser_has_a_limit() {
        page("/", "Home", "", "");
        gate.become(State.DOWN);
        open("/");
        browser.run(MANY.formatted(400, "e"));
        assertThat(kept().stream().filter(key -> key.startsWith("event_"))).hasSizeBetween(290, 300);
    }

    @Test
    void the_page_does_not_suffer_from_what_cannot_be_sent() {
        page("/", "Home", "", "");
        open("/");
        browser.run("""
            const round = {};
            round.round = round;
            aa.track('circular', round);
            aa.track('large', {text: 'x'.repeat(9000)});
            aa.track('');
            aa.track('y'.repeat(257));
            aa.track();
            aa.track('list', [1]);
            aa.track('half', {text: '\\ud83d', nul: '\\0'});
            aa.set(7);
            aa.page({toString() { throw new Error('no') }});\
            """);
        assertThat(one("half").properties()).containsEntry("text", "\ufffd").containsEntry("nul", "\ufffd");
        assertThat(names(seen())).containsExactly("page_view", "list", "half");
    }

    @Test
    void a_browser_that_keeps_nothing_is_measured_all_the_same() {
        browser.prepare("""
            for (const name of ['localStorage', 'sessionStorage']) {
                Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError') }});
            }
            Date.now = () => 1000 * Math.round(performance.timeOrigin / 1000);\
            """);
        page("/", "Home", "", "");
        open("/");
        aa("track('one')");
        assertThat(one("one").user()).isEqualTo(seen("page_view").get(0).user());
        assertThat(one("one").session()).isEqualTo(seen("page_view").get(0).session());
    }
}
