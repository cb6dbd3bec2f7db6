package io.groundswell.tracker;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What visitors do on a page, as far as its options ask for it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class InteractionTest extends TrackedPages {
    /** Links lead nowhere here, so that the page stays. */
    private static final String STAY = "<script>addEventListener('click', e => e.preventDefault())</script>";

    private static final String EVERY_OPTION =
            "data-track-clicks data-track-outgoing data-track-downloads data-track-forms data-track-errors";

    private static Map<String, Object> own(Seen event, String... keys) {
        var own = new TreeMap<String, Object>();
        for (var key : keys) {
            own.put(key, event.get(key));
        }
        return own;
    }

    @Test
    void clicks_say_what_was_clicked() {
        page("/", "Home", "data-track-clicks", STAY + """
            <button id=buy class="big red" type=button><b>Buy</b>
               now</button> <a id=in href="/inside?x=1">Inside</a> <a id=out href="https://example.com/x">Out</a> <p>Text</p>\
            """);
        open("/");
        browser.click("#buy b");
        browser.click("#in");
        browser.click("#out");
        browser.click("p");
        var clicks = await("$click", 3);
        assertThat(clicks).hasSize(3);
        assertThat(own(clicks.get(0), "tag", "text", "href", "id", "classes", "is_external", "type"))
                .isEqualTo(Map.of(
                        "tag",
                        "button",
                        "text",
                        "Buy now",
                        "href",
                        "",
                        "id",
                        "buy",
                        "classes",
                        "big red",
                        "is_external",
                        false,
                        "type",
                        "button"));
        assertThat(own(clicks.get(1), "tag", "href", "is_external"))
                .isEqualTo(Map.of("tag", "a", "href", gate.url(SHOP, "/inside?x=1"), "is_external", false));
        assertThat(own(clicks.get(2), "href", "is_external"))
                .isEqualTo(Map.of("href", "https://example.com/x", "is_external", true));
        assertThat(seen("outgoing_link")).isEmpty();
    }

    @Test
    void the_middle_button_clicks_links_and_nothing_else() {
        page("/", "Home", "data-track-clicks", """
            <button>Buy</button><i data-aa-event="signup">Sign up</i><a href="/in"><b>Inside</b></a>\
            """);
        open("/");
        browser.run("""
            for (const selector of ['button', 'i', 'b']) {
                for (const button of [1, 2]) {
                    const pressed = new MouseEvent('auxclick', {button, bubbles: true, composed: true});
                    document.querySelector(selector).dispatchEvent(pressed);
                }
            }
            aa.track('done');
            """);
        one("done");
        assertThat(seen("$click")).extracting(one -> one.get("text")).containsExactly("Inside");
        assertThat(seen("signup")).isEmpty();
    }

    @Test
    void links_to_others_and_files_are_told_where_asked_for() {
        page("/", "Home", "data-track-outgoing data-track-downloads", STAY + """
            <a id=out href="https://example.com/a?b=c">Out of here</a> <a id=mail href="mailto:ada@example.com">Mail</a>
            <a id=file href="/files/Report%202026.PDF?v=2#p">Report</a> <a id=page href="/page.html">Page</a>\
            """);
        open("/");
        browser.click("#out");
        browser.click("#mail");
        browser.click("#file");
        browser.click("#page");
        var file = one("$download");
        assertThat(own(file, "href", "filename", "extension"))
                .isEqualTo(Map.of(
                        "href",
                        gate.url(SHOP, "/files/Report%202026.PDF"),
                        "filename",
                        "Report%202026.PDF",
                        "extension",
                        "pdf"));
        assertThat(own(one("outgoing_link"), "href", "text", "hostname"))
                .isEqualTo(
                        Map.of("href", "https://example.com/a?b=c", "text", "Out of here", "hostname", "example.com"));
        assertThat(seen("$click")).isEmpty();
    }

    @Test
    void a_click_that_leads_away_arrives() {
        page("/", "Home", "data-track-outgoing", "<a href='%s'>Away</a>".formatted(gate.url("away.test", "/away")));
        gate.page("/away", "away");
        open("/");
        browser.click("a");
        assertThat(one("outgoing_link").get("hostname")).isEqualTo("away.test");
    }

    @Test
    void elements_that_name_an_event_tell_that_and_nothing_else() {
        page("/", "Home", EVERY_OPTION, STAY + """
            <a data-aa-event="signup" data-aa-event-plan="pro" data-aa-event-plan-size="3" href="https://example.com/f.pdf">
            <i>Sign up</i></a>\
            """);
        open("/");
        browser.click("i");
        assertThat(own(one("signup"), "plan", "plan_size")).isEqualTo(Map.of("plan", "pro", "plan_size", "3"));
        assertThat(names(seen())).containsExactly("page_view", "signup");
    }

    @Test
    void forms_are_told_without_what_is_in_them() {
        page("/", "Home", "data-track-forms", """
            <script>addEventListener('submit', e => e.preventDefault())</script>
            <form id=contact name=c class="wide" action="/send" method=post><input name=action value=secret1>
            <input name=id value=secret2><button>Send</button></form>
            <form id=strict><input required><button>Send</button></form>
            <form id=lax novalidate><input required><button>Send</button></form>\
            """);
        open("/");
        browser.click("#contact button");
        browser.click("#strict button");
        browser.run("document.querySelector('#strict').dispatchEvent(new Event('submit', {bubbles: true, cancelable:"
                + " true}))");
        browser.click("#lax button");
        var forms = await("$form_submit", 2);
        assertThat(forms).hasSize(2);
        assertThat(own(forms.get(0), "id", "name", "action", "method", "classes"))
                .isEqualTo(
                        Map.of("id", "contact", "name", "c", "action", "/send", "method", "POST", "classes", "wide"));
        assertThat(own(forms.get(1), "id", "method")).isEqualTo(Map.of("id", "lax", "method", "GET"));
        assertThat(gate.sent()).noneMatch(sent -> sent.body().contains("secret"));
    }

    @Test
    void errors_are_told_once_and_five_of_a_page() {
        page("/", "Home", "data-track-errors", """
            <script>function fail(n) { setTimeout(() => { throw new Error('broken ' + n) }) }
                function reject() { setTimeout(() => Promise.reject(new Error('promised'))) }</script>
            <img src="/missing.png">\
            """);
        open("/?code=secret");
        browser.run("fail(1); fail(1); reject()");
        await("$error", 2);
        browser.run("for (let n = 2; n < 9; n++) fail(n)");
        await("$error", 5);
        browser.run("history.pushState({}, '', '/next'); fail(9)");
        var errors = await("$error", 6);
        pause(400);
        assertThat(seen("$error")).hasSize(6);
        assertThat(errors.get(0).properties())
                .containsEntry("message", "Uncaught Error: broken 1")
                .containsEntry("source", gate.url(SHOP, "/"));
        assertThat((Integer) errors.get(0).get("line")).isPositive();
        assertThat(errors).extracting(one -> one.get("message")).contains("promised", "Uncaught Error: broken 9");
        assertThat(errors.get(5).get("path")).isEqualTo("/next");
    }

    @Test
    void how_far_and_how_long_a_page_was_looked_at_is_told_when_it_is_left() {
        page("/", "Home", "data-track-scroll-depth data-heartbeat=15", "<div style='height: 5000px'>Long</div>");
        var opened = System.nanoTime();
        open("/");
        pause(500);
        browser.run("scrollTo(0, 1800)");
        pause(1_000);
        browser.run("scrollTo(0, 0); history.pushState({}, '', '/next')");
        pause(600);
        leave();
        // Of which each second is twenty in the page.
        var most = (int) ((System.nanoTime() - opened) / 1_000_000_000.0 * 20) + 1;
        var depths = await("$scroll_depth", 2);
        assertThat(depths).extracting(one -> one.get("path")).containsExactly("/", "/next");
        assertThat((Integer) depths.get(0).get("scroll_depth")).isBetween(45, 56);
        assertThat((Integer) depths.get(1).get("scroll_depth")).isBetween(10, 20);
        // A page is hidden before it goes: on a slow machine what lies between is told as well, and added up.
        var times = await("$time_on_page", 2).stream()
                .collect(groupingBy(one -> one.get("path"), LinkedHashMap::new, summingInt(one ->
                        (Integer) one.get("time_on_page"))));
        assertThat(times.keySet()).containsExactly("/", "/next");
        assertThat(times.get("/")).isBetween(28, most);
        assertThat(times.get("/next")).isBetween(11, most - 28);
    }

    @Test
    void a_short_page_was_seen_whole() {
        page("/", "Home", "data-track-scroll-depth", "Short");
        open("/");
        leave();
        assertThat(one("$scroll_depth").get("scroll_depth")).isEqualTo(100);
    }

    @Test
    void loading_and_vitals_are_measured_in_milliseconds() {
        page("/", "Home", "data-track-performance data-track-vitals", """
            <h1>Large</h1><button onclick="const end = performance.now() + 1500; while (performance.now() < end);">Slow</button>\
            """);
        open("/");
        pause(300);
        browser.click("button");
        pause(300);
        leave();
        var vitals = one("$web_vitals");
        assertThat((Integer) vitals.get("cwv_lcp")).isPositive();
        assertThat((Integer) vitals.get("cwv_inp")).isGreaterThanOrEqualTo(60);
        assertThat(vitals.properties()).containsEntry("path", "/");
        var loading = one("$performance");
        for (var moment : List.of("perf_dns", "perf_tcp", "perf_ttfb")) {
            assertThat((Integer) loading.get(moment)).as(moment).isNotNegative();
        }
        assertThat((Integer) loading.get("perf_dom_interactive")).isPositive();
        assertThat((Integer) loading.get("perf_load"))
                .isGreaterThanOrEqualTo((Integer) loading.get("perf_dom_complete"));
    }

    @Test
    void what_shifts_is_measured() {
        page("/", "Home", "data-track-vitals", "<div id=pusher></div><p style='height: 300px'>Pushed</p>");
        open("/");
        pause(500);
        browser.run("document.getElementById('pusher').style.height = '200px'");
        pause(500);
        leave();
        assertThat(((Number) one("$web_vitals").get("cwv_cls")).doubleValue()).isBetween(0.01, 1.0);
    }

    @Test
    void pages_that_are_missing_are_told_by_their_status_or_by_their_word() {
        gate.page("/gone", 404, "<!doctype html><title>Gone</title>" + tag("data-track-404"));
        page("/soft", "Soft", "data-track-404", "<meta name='aa-status' content='404'>");
        page("/there", "There", "data-track-404", "");
        open("/there");
        open("/gone");
        open("/soft");
        leave();
        var missing = await("$404", 2);
        await("page_view", 3);
        assertThat(missing).extracting(one -> one.get("path")).containsExactly("/gone", "/soft");
        assertThat(missing).extracting(one -> one.get("title")).containsExactly("Gone", "Soft");
        assertThat(seen("$404")).hasSize(2);
    }

    @Test
    void an_application_has_a_moment_to_show_whether_the_next_page_is_missing() {
        page("/soft", "Soft", "data-track-404", "<meta name='aa-status' content='404'>");
        open("/soft");
        browser.run("""
            history.pushState({}, '', '/there');
            setTimeout(() => document.querySelector('meta').remove(), 200);
            setTimeout(() => {
                history.pushState({}, '', '/passing');
                history.pushState({}, '', '/gone');
                setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<meta name=aa-status content=404>'), 200);
                setTimeout(() => aa.track('done'), 1000);
            }, 1000);
            """);
        one("done");
        assertThat(seen("$404")).extracting(one -> one.get("path")).containsExactly("/soft", "/gone");
    }

    @Test
    void what_was_in_sight_on_the_page_before_is_not_told_of_the_next_one() {
        page("/", "Home", "", """
            <div data-aa-impression="first">First</div>
            <script>
                const often = setInterval;
                window.setInterval = (act, ms) => ms === 1000 ? (window.look = act) : often(act, ms);
            </script>\
            """);
        open("/");
        one("$impression");
        browser.run("""
            history.pushState({}, '', '/next');
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
                document.querySelector('div').outerHTML = '<div data-aa-impression="second">Second</div>';
                look();
            }, 1000)));
            """);
        await(events -> events.stream().anyMatch(event -> "second".equals(event.get("name"))), "the second");
        assertThat(seen("$impression")).extracting(one -> one.get("name")).containsExactly("first", "second");
    }

    @Test
    void what_was_in_sight_is_told_once_per_page() {
        page("/", "Home", "", """
            <div data-aa-impression="top" data-aa-impression-slot="1" style="height: 100px">Seen</div>
            <div style="height: 3000px"></div><div data-aa-impression="end" style="height: 100px">Later</div>\
            """);
        open("/");
        var top = one("$impression");
        assertThat(own(top, "name", "slot")).isEqualTo(Map.of("name", "top", "slot", "1"));
        browser.run("scrollTo(0, 9999)");
        await("$impression", 2);
        browser.run("document.body.insertAdjacentHTML('beforeend', '<div data-aa-impression=added>Added</div>');"
                + " scrollTo(0, 99999)");
        await("$impression", 3);
        browser.run("scrollTo(0, 0)");
        pause(400);
        assertThat(seen("$impression")).extracting(one -> one.get("name")).containsExactly("top", "end", "added");
        browser.run("history.pushState({}, '', '/next')");
        assertThat(await("$impression", 4).get(3).get("path")).isEqualTo("/next");
    }

    @Test
    void without_options_only_pages_are_told() {
        page("/", "Home", "", STAY + "<a href='https://example.com/f.pdf'>x</a><form><button>Send</button></form>");
        open("/");
        browser.click("a");
        browser.run("setTimeout(() => { throw new Error('mine') })");
        pause(300);
        leave();
        one("page_view");
        pause(300);
        assertThat(names(seen())).containsExactly("page_view");
    }
}
