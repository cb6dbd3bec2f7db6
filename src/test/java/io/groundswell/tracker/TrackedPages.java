package io.groundswell.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Browser;
import io.groundswell.testing.Gate;
import io.groundswell.testing.Website;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A site of its own for each test, with pages in a real browser, and the questions that its owner asks the real server. */
abstract class TrackedPages {
    static final String SHOP = "shop.test";
    private static final String STATS = "stats.test";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    static Browser browser;

    Gate gate;
    Website site;

    /** An event as its owner sees it. */
    record Seen(String event, String user, String session, long at, Map<String, Object> properties) {
        Object get(String property) {
            return properties.get(property);
        }
    }

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }

    @BeforeEach
    void openSite() {
        gate = new Gate();
        site = Website.open();
        browser.hurry();
    }

    @AfterEach
    void closeSite() {
        browser.open("about:blank");
        browser.reset();
        gate.close();
    }

    /** The tag as a site owner copies it, with some options more. */
    String tag(String options) {
        return "<script defer src=\"%s\" data-project=\"%s\" data-token=\"%s\" %s></script>"
                .formatted(
                        gate.url(STATS, "/tracker.js"),
                        site.name(),
                        site.tracker().token(),
                        options);
    }

    /** A page with the tracker at this path, on any host. */
    void page(String path, String title, String options, String body) {
        gate.page(
                path,
                "<!doctype html><html><head><title>%s</title>%s</head><body>%s</body></html>"
                        .formatted(title, tag(options), body));
    }

    void open(String address) {
        browser.open(gate.url(SHOP, address));
    }

    void leave() {
        browser.open("about:blank");
    }

    /** All events, the oldest first. */
    List<Seen> seen() {
        var events = site.ask("/events", "limit", 1000).<Map<String, Object>>getList("events");
        Collections.reverse(events);
        return events.stream().map(TrackedPages::read).toList();
    }

    @SuppressWarnings("unchecked")
    private static Seen read(Map<String, Object> event) {
        return new Seen(
                (String) event.get("event"),
                (String) event.get("user_id"),
                (String) event.get("session_id"),
                ((Number) event.get("timestamp")).longValue(),
                (Map<String, Object>) event.get("properties"));
    }

    List<Seen> seen(String name) {
        return seen().stream().filter(event -> event.event().equals(name)).toList();
    }

    /** Waits for the one event of this name. */
    Seen one(String name) {
        var all = await(name, 1);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** Waits until there are so many events of this name. */
    List<Seen> await(String name, int count) {
        return await(
                        events -> events.stream()
                                        .filter(event -> event.event().equals(name))
                                        .count()
                                >= count,
                        count + " " + name)
                .stream()
                .filter(event -> event.event().equals(name))
                .toList();
    }

    List<Seen> await(Predicate<List<Seen>> expected, String what) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var events = seen();
            if (expected.test(events)) {
                return events;
            }
            assertThat(System.nanoTime())
                    .as("There should be %s, but there is %s; sent were %s", what, events, gate.sent())
                    .isLessThan(patience);
            pause(50);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> names(List<Seen> events) {
        return events.stream().map(Seen::event).toList();
    }

    /** Tells something by the page's own script, as site owners do. */
    Object aa(String call, Object... arguments) {
        return browser.run("return aa." + call, arguments);
    }

    /** The names of all that the tracker keeps for this site in the browser, without what they have in common. */
    @SuppressWarnings("unchecked")
    List<String> kept() {
        var prefix = "aa_" + site.tracker().token() + "_";
        return (List<String>) browser.run(
                "return [localStorage, sessionStorage].flatMap(Object.keys).filter(k => k.startsWith(arguments[0]))"
                        + ".map(k => k.slice(arguments[0].length))",
                prefix);
    }
}
