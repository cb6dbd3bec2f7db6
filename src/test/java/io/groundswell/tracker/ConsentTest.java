package io.groundswell.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Gate.State;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors do not want does not happen. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ConsentTest extends TrackedPages {
    private static final String CONSENT = "data-require-consent='true' data-track-clicks data-heartbeat=15";

    private void openAndClick() {
        open("/");
        browser.click("button");
    }

    @Test
    void before_consent_nothing_is_sent_and_nothing_kept() {
        page(
                "/",
                "Home",
                CONSENT,
                "<button>Click</button><script>document.documentElement.className = 'aa-loading'</script>");
        openAndClick();
        pause(800);
        assertThat(gate.sent()).isEmpty();
        assertThat(kept()).isEmpty();
        assertThat(browser.cookies()).isZero();
        assertThat(browser.run("return document.documentElement.className")).isEqualTo("");
        leave();
        pause(300);
        assertThat(gate.sent()).isEmpty();
    }

    @Test
    void with_consent_what_happened_before_is_told_and_later_pages_need_not_ask() {
        page("/", "Home", CONSENT, "<button>Click</button>");
        openAndClick();
        aa("grantConsent()");
        assertThat(names(await(events -> events.size() == 2, "both"))).containsExactly("page_view", "$click");
        openAndClick();
        await("$click", 2);
        assertThat(seen()).extracting(Seen::user).containsOnly(seen().get(0).user());
        assertThat(seen()).extracting(Seen::session).containsOnly(seen().get(0).session());
    }

    @Test
    void consent_that_is_revoked_leaves_nothing_behind() {
        page("/", "Home", CONSENT, "<button>Click</button>");
        open("/");
        aa("grantConsent()");
        one("page_view");
        // In one go: what is told before a slow browser says no is sent.
        browser.run("aa.track('dropped'); aa.revokeConsent()");
        browser.click("button");
        assertThat(kept()).isEmpty();
        openAndClick();
        pause(800);
        assertThat(names(seen())).containsExactly("page_view");
        assertThat(kept()).isEmpty();
        // And again, as somebody else
        aa("grantConsent()");
        await("page_view", 2);
        assertThat(seen("page_view")).extracting(Seen::user).doesNotHaveDuplicates();
    }

    /** A batch that is refused is sent again in halves, and one event without its time. */
    @ParameterizedTest
    @ValueSource(strings = {"aa.track('one')", "aa.track('one'); aa.track('two'); aa.track('three')"})
    void consent_that_is_revoked_while_events_are_on_their_way_stops_what_would_follow(String told) {
        page("/", "Home", "", "");
        open("/");
        one("page_view");
        browser.run("""
            window.asked = 0;
            window.fetch = () => {
                window.asked++;
                aa.revokeConsent();
                return Promise.resolve(new Response('{}', {status: 400}));
            };
            """ + told);
        pause(800);
        assertThat(browser.run("return asked")).isEqualTo(1L);
    }

    @Test
    void a_page_may_begin_to_ask_while_it_is_looked_at() {
        page("/", "Home", "", "");
        open("/");
        one("page_view");
        aa("requireConsent()");
        aa("track('held')");
        pause(600);
        assertThat(seen("held")).isEmpty();
        aa("grantConsent()");
        one("held");
    }

    @ParameterizedTest
    @ValueSource(strings = {CONSENT, ""})
    void a_no_on_another_page_leaves_nothing_for_a_later_yes_on_this_one(String options) {
        page("/", "Home", options, "");
        open("/");
        aa("grantConsent()");
        var before = one("page_view");
        gate.become(State.DOWN);
        aa("track('old')");
        var tab = browser.tab();
        browser.newTab();
        open("/");
        aa("revokeConsent()");
        browser.closeTab();
        browser.lookAt(tab);
        gate.become(State.OPEN);
        aa("track('between')");
        aa("grantConsent()");
        aa("track('new')");
        var after = one("new");
        assertThat(after.user()).isNotEqualTo(before.user());
        assertThat(after.session()).isNotEqualTo(before.session());
        assertThat(names(seen())).containsExactly("page_view", "new");
    }

    @Test
    void a_browser_that_can_keep_nothing_more_is_believed_a_yes() {
        browser.prepare("Storage.prototype.setItem = () => { throw new Error('full') }");
        page("/", "Home", CONSENT, "");
        open("/");
        aa("grantConsent()");
        one("page_view");
        browser.run("aa.track('dropped'); aa.revokeConsent(); aa.track('quiet'); aa.grantConsent(); aa.track('new')");
        one("new");
        assertThat(names(seen())).containsExactly("page_view", "new");
    }

    @Test
    void who_says_no_where_nobody_was_asked_is_left_alone_on_later_pages() {
        page("/", "Home", "", "");
        open("/");
        one("page_view");
        aa("revokeConsent()");
        open("/");
        aa("track('more')");
        pause(800);
        leave();
        pause(300);
        assertThat(names(seen())).containsExactly("page_view");
    }

    @Test
    void do_not_track_counts_where_the_site_says_so() {
        browser.prepare("Object.defineProperty(navigator, 'doNotTrack', {get: () => '1'})");
        page("/heeds", "Heeds", "data-do-not-track='true'", "");
        page("/ignores", "Ignores", "", "");
        open("/heeds");
        aa("track('quiet')");
        assertThat(kept()).isEmpty();
        open("/ignores");
        one("page_view");
        assertThat(names(seen())).containsExactly("page_view");
    }

    @Test
    void who_is_not_tracked_carries_no_id_in_the_address_either() {
        browser.prepare("Object.defineProperty(navigator, 'doNotTrack', {get: () => '1'})");
        page("/", "Home", "data-do-not-track data-link-domains='other.test'", "");
        open("/?_aa=somebody&q=1#part");
        assertThat(browser.url()).isEqualTo(gate.url(SHOP, "/?q=1#part"));
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_browser_may_be_switched_off() {
        page("/", "Home", "", "");
        gate.page("/plain", "plain");
        open("/plain");
        browser.run("localStorage.aa_disabled = 'true'");
        open("/");
        assertThat(aa("experiment('cta', ['a', 'b'])")).isNull();
        aa("track('quiet')");
        pause(600);
        assertThat(gate.sent()).isEmpty();
        assertThat(kept()).isEmpty();
        browser.run("localStorage.removeItem('aa_disabled')");
    }

    @Test
    void on_the_machine_of_a_developer_events_are_only_logged() {
        for (var host : List.of("localhost", "127.0.0.1")) {
            page("/", "Home", "", "");
            browser.open(gate.url(host, "/"));
            var logged = browser.run(
                    "const said = []; console.log = (...words) => said.push(words[1]); aa.track('mine'); return said");
            assertThat(logged).isEqualTo(List.of("mine"));
            pause(500);
        }
        leave();
        pause(300);
        assertThat(gate.sent()).isEmpty();
    }

    @Test
    void unless_the_tag_says_that_they_are_to_be_sent() {
        page("/", "Home", "data-allow-localhost", "");
        browser.open(gate.url("localhost", "/"));
        assertThat(one("page_view").get("hostname")).isEqualTo("localhost");
    }

    @Test
    void there_are_no_cookies() {
        page("/", "Home", "", "");
        open("/");
        one("page_view");
        assertThat(browser.cookies()).isZero();
        assertThat(gate.sent()).allMatch(sent -> sent.cookie() == null);
    }

    @Test
    void two_projects_on_one_origin_share_nothing() {
        page("/one", "One", "", "");
        open("/one");
        aa("identify('ada')");
        aa("track('named')");
        one("named");
        var first = site;
        site = Website.open();
        page("/two", "Two", "", "");
        open("/two");
        assertThat(one("page_view").user()).startsWith("anon_");
        assertThat(first.name()).isEqualTo(site.name());
    }
}
