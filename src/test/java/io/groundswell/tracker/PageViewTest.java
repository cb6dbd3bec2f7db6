package io.groundswell.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.groundswell.testing.Browser;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the tracker says of pages, and of those who look at them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PageViewTest extends TrackedPages {
    private static final String MINUTES_31 =
            "localStorage.test_ahead = Number(localStorage.test_ahead || 0) + 31 * 60000";

    @Test
    void a_page_view_says_where_and_with_what_the_page_was_looked_at() {
        page("/shop", "The shop", "", "");
        // When
        open("/shop?utm_source=news&utm_campaign=may&q=secret#part");
        // Then
        var view = one("page_view");
        assertThat(view.user()).matches("anon_\\d+");
        assertThat(view.session()).matches("sess_\\d+");
        assertThat(view.get("url")).isEqualTo(gate.url(SHOP, "/shop"));
        assertThat(view.properties())
                .containsEntry("path", "/shop")
                .containsEntry("hostname", SHOP)
                .containsEntry("title", "The shop")
                .containsEntry("page", "The shop")
                .containsEntry("referrer", "")
                .containsEntry("browser", "Chrome")
                .containsEntry("browser_version", "140")
                .containsEntry("os", "Linux")
                .containsEntry("device", "desktop")
                .containsEntry("session_count", 1)
                .containsEntry("days_since_first_visit", 0)
                .containsEntry("utm_source", "news")
                .containsEntry("utm_campaign", "may")
                .containsEntry("first_utm_source", "news")
                .doesNotContainKeys("utm_medium", "q");
        assertThat((String) view.get("screen")).matches("\\d+x\\d+");
        assertThat((String) view.get("language")).isNotBlank();
        assertThat((String) view.get("timezone")).isNotBlank();
    }

    @Test
    void browsers_systems_and_devices_are_told_apart() {
        page("/", "Home", "", "");
        for (var agent : List.of(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/17.5 Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0"
                        + " Mobile Safari/537.36",
                "Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0"
                        + " Chrome/121.0.0.0 Safari/537.36",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0"
                        + " Safari/537.36 Edg/125.0.0.0",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0")) {
            browser.command("Emulation.setUserAgentOverride", Map.of("userAgent", agent));
            open("/");
        }
        leave();
        browser.command("Emulation.setUserAgentOverride", Map.of("userAgent", Browser.NAME));

        assertThat(await("page_view", 5))
                .extracting(
                        one -> one.get("browser"),
                        one -> one.get("browser_version"),
                        one -> one.get("os"),
                        one -> one.get("device"))
                .containsExactly(
                        tuple("Safari", "17", "iOS", "mobile"),
                        tuple("Chrome", "126", "Android", "mobile"),
                        tuple("Samsung Internet", "25", "Android", "tablet"),
                        tuple("Edge", "125", "Windows", "desktop"),
                        tuple("Firefox", "127", "macOS", "desktop"));
    }

    @Test
    void each_address_of_an_application_is_a_page() {
        page("/app", "One", "", "");
        open("/app");
        // When
        browser.run("history.pushState({}, '', '/app/two'); setTimeout(() => document.title = 'Two', 20)");
        pause(100);
        browser.run("history.replaceState({}, '', '/app/two')");
        browser.run("history.replaceState({}, '', '/app/two?tab=3')");
        browser.run("location.hash = 'part'");
        pause(100);
        browser.back();
        pause(100);
        aa("page('Named')");
        // Then
        var views = await("page_view", 6);
        assertThat(views)
                .extracting(one -> one.get("path"))
                .containsExactly("/app", "/app/two", "/app/two", "/app/two", "/app/two", "/app/two");
        assertThat(views).extracting(one -> one.get("title")).containsExactly("One", "Two", "Two", "Two", "Two", "Two");
        assertThat(views.get(1).get("referrer")).isEqualTo(gate.url(SHOP, "/app"));
        assertThat(views.get(5).get("page")).isEqualTo("Named");
        assertThat(views).extracting(Seen::session).containsOnly(views.get(0).session());
    }

    @Test
    void a_session_ends_after_half_an_hour_in_which_nothing_happens() {
        page("/", "Home", "", "");
        open("/?utm_source=news");
        browser.run("localStorage.test_ahead = 29 * 60000");
        open("/");
        browser.run(MINUTES_31);
        aa("track('late')");
        // Then
        var late = one("late");
        var views = seen("page_view");
        assertThat(views)
                .extracting(Seen::session)
                .hasSize(2)
                .containsOnly(views.get(0).session());
        assertThat(views).extracting(one -> one.get("utm_source")).containsExactly("news", "news");
        assertThat(late.session()).isNotEqualTo(views.get(0).session());
        assertThat(late.user()).isEqualTo(views.get(0).user());
        assertThat(late.properties())
                .containsEntry("session_count", 2)
                .containsEntry("first_utm_source", "news")
                .doesNotContainKey("utm_source");
    }

    @Test
    void the_first_campaign_is_never_replaced() {
        page("/", "Home", "", "");
        open("/?utm_source=news");
        open("/?utm_medium=mail");
        leave();

        assertThat(await("page_view", 2).get(1).properties())
                .containsEntry("utm_medium", "mail")
                .containsEntry("first_utm_source", "news")
                .doesNotContainKeys("utm_source", "first_utm_medium");
    }

    @Test
    void who_is_named_keeps_the_name_until_it_is_taken_away() {
        page("/", "Home", "", "");
        open("/");
        aa("track('before')");
        aa("identify('ada')");
        aa("track('named')");
        open("/");
        aa("track('later')");
        aa("identify(null)");
        aa("track('stranger')");
        // Then
        var stranger = one("stranger");
        assertThat(seen("before").get(0).user()).startsWith("anon_");
        assertThat(seen("named").get(0).user()).isEqualTo("ada");
        assertThat(seen("later").get(0).user()).isEqualTo("ada");
        assertThat(stranger.user())
                .startsWith("anon_")
                .isNotEqualTo(seen("before").get(0).user());
        assertThat(stranger.session()).isEqualTo(seen("before").get(0).session());
    }

    @Test
    void what_a_page_sets_is_said_with_every_event_and_the_event_itself_has_the_last_word() {
        page("/", "Home", "", "");
        open("/");
        aa("set({plan: 'pro', title: 'Mine', gone: 1, email: 'a@example.com'})");
        aa("set({gone: null})");
        aa("track('one', {plan: 'free', 'user_email': 'a@example.com', list: [1, 2]})");

        assertThat(one("one").properties())
                .containsEntry("plan", "free")
                .containsEntry("title", "Mine")
                .containsEntry("list", List.of(1, 2))
                .containsEntry("path", "/")
                .doesNotContainKeys("gone", "email", "user_email");
    }

    @Test
    void the_visitor_stays_the_same_on_the_other_domains_of_a_site() {
        var options = "data-link-domains='pay.test, other.test'";
        var to = gate.url("eu.pay.test", "/pay?cart=a%20b#step");
        page(
                "/",
                "Home",
                options,
                "<a id=ours href='%s'>Pay</a><a id=foreign href='%s'>Away</a>"
                        .formatted(to, gate.url("notpay.test", "/away")));
        page("/pay", "Pay", options, "");
        gate.page("/away", "away");
        open("/");
        browser.click("#ours");
        await("page_view", 2);

        assertThat(browser.url()).isEqualTo(to);
        assertThat(seen("page_view"))
                .extracting(Seen::user)
                .hasSize(2)
                .containsOnly(seen().get(0).user());
        browser.back();
        assertThat(browser.find("#ours").getDomAttribute("href")).isEqualTo(to);
        browser.click("#foreign");
        assertThat(browser.url()).isEqualTo(gate.url("notpay.test", "/away"));
    }

    @Test
    void without_other_domains_nobody_is_adopted() {
        page("/", "Home", "", "");
        open("/?_aa=somebody");
        assertThat(one("page_view").user()).startsWith("anon_");
        assertThat(browser.url()).endsWith("?_aa=somebody");
    }

    @Test
    void a_page_that_is_prepared_beforehand_counts_when_it_is_looked_at() {
        browser.prepare("Object.defineProperty(document, 'prerendering', {get: () => !window.isLookedAt})");
        page("/", "Home", "", "");
        open("/");
        aa("track('early')");
        pause(600);
        assertThat(gate.sent()).noneMatch(sent -> sent.path().startsWith("/track"));

        browser.run("window.isLookedAt = true; document.dispatchEvent(new Event('prerenderingchange'))");
        assertThat(names(await(events -> events.size() == 2, "both"))).containsExactlyInAnyOrder("page_view", "early");
    }

    @Test
    void a_page_that_comes_back_as_it_was_is_looked_at_again() {
        page("/", "Home", "", "");
        open("/");
        one("page_view");
        browser.run("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
        assertThat(await("page_view", 2)).hasSize(2);
    }
}
