package io.groundswell.tracker;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Gate.State;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees which variant. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExperimentTagTest extends TrackedPages {
    private static final String LOADING = "<script>document.documentElement.className = 'aa-loading other'</script>";
    private static final String MANY = """
        const counts = {};
        for (let n = 0; n < 10000; n++) {
            aa.identify('user-' + n);
            const variant = aa.experiment(arguments[0]);
            counts[variant] = (counts[variant] || 0) + 1;
        }
        return counts\
        """;

    @BeforeEach
    void begin() {
        begin("cta", "[\"control\", \"Bold\"]", "[70, 30]");
        begin("thirds", "[\"a\", \"b\", \"c\"]", "[34, 33, 33]");
    }

    private void begin(String name, String variants, String weights) {
        as(site.organization().aak())
                .body("""
                        {"project": "%s", "name": "%s", "variants": %s, "weights": %s, "goal_event": "signup"}""".formatted(site.name(), name, variants, weights))
                .post("/experiments")
                .then()
                .statusCode(201);
    }

    private void openWith(String query) {
        open("/" + query);
        // The experiments are known when the page has been revealed.
        while (!"other".equals(browser.run("return document.documentElement.className"))) {
            pause(20);
        }
    }

    @Test
    void a_visitor_sees_the_same_variant_on_every_load() {
        page("/", "Home", "", LOADING);
        openWith("");
        var variant = aa("experiment('cta')");
        assertThat(variant).isIn("control", "Bold");
        for (var load = 0; load < 3; load++) {
            openWith("");
            assertThat(aa("experiment('cta')")).isEqualTo(variant);
            assertThat(aa("experiment('cta', ['other'])")).isEqualTo(variant);
        }
        var exposures = await("$experiment_exposure", 4);
        assertThat(exposures).hasSize(4);
        assertThat(exposures.get(0).properties())
                .containsEntry("experiment", "cta")
                .containsEntry("variant", variant)
                .doesNotContainKey("forced");
    }

    @Test
    void ten_thousand_visitors_divide_as_the_weights_say() {
        page("/", "Home", "", LOADING);
        openWith("");
        var cta = counts("cta");
        assertThat(cta.get("control")).isBetween(6_850L, 7_150L);
        assertThat(cta.get("Bold")).isEqualTo(10_000L - cta.get("control"));
        assertThat(counts("thirds").values()).hasSize(3).allMatch(count -> count > 3_150 && count < 3_550);
        // Who sees what in one experiment says nothing about the other.
        var both = (Long) browser.run("""
            let both = 0;
            for (let n = 0; n < 10000; n++) {
                aa.identify('user-' + n);
                both += aa.experiment('cta') === 'Bold' && aa.experiment('thirds') === 'a' ? 1 : 0;
            }
            return both\
            """);
        assertThat(both).isBetween(900L, 1_140L);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> counts(String name) {
        return (Map<String, Long>) browser.run(MANY, name);
    }

    @Test
    void whoever_is_somebody_else_on_the_same_page_is_told_of_as_well() {
        page("/", "Home", "", LOADING);
        openWith("");
        var strangers = aa("experiment('cta')");
        aa("identify('member')");
        var members = aa("experiment('cta')");
        aa("experiment('cta')");
        aa("track('signup')");
        one("signup");
        assertThat(await("$experiment_exposure", 2))
                .extracting(told -> told.get("variant"))
                .isEqualTo(List.of(strangers, members));
        assertThat(await("$experiment_exposure", 2).get(1).user()).isEqualTo("member");
    }

    @Test
    void a_variant_may_be_to_show_nothing() {
        page("/", "Home", "", LOADING + "<h1 data-aa-experiment='cta' data-aa-variant-bold=''>Hello</h1>");
        openWith("?aa_variant_cta=Bold");
        assertThat(browser.find("h1").getText()).isEmpty();
        openWith("?aa_variant_cta=control");
        assertThat(browser.find("h1").getText()).isEqualTo("Hello");
    }

    @Test
    void an_address_may_force_a_variant_that_exists() {
        page("/", "Home", "", LOADING);
        openWith("?aa_variant_cta=Bold");
        assertThat(aa("experiment('cta')")).isEqualTo("Bold");
        assertThat(one("$experiment_exposure").properties())
                .containsEntry("variant", "Bold")
                .containsEntry("forced", true);
        openWith("?aa_variant_cta=nonsense");
        assertThat(aa("experiment('cta')")).isIn("control", "Bold");
        assertThat(await("$experiment_exposure", 2).get(1).properties()).doesNotContainKey("forced");
    }

    @Test
    void an_experiment_that_only_the_page_knows_has_equal_weights() {
        page("/", "Home", "", LOADING);
        openWith("");
        assertThat(aa("experiment('unknown')")).isNull();
        assertThat(aa("experiment('unknown', [])")).isNull();
        assertThat(aa("experiment('toString')")).isNull();
        assertThat(aa("experiment('own', ['x', 'y'])")).isIn("x", "y");
        assertThat(one("$experiment_exposure").get("experiment")).isEqualTo("own");
    }

    @Test
    void a_page_learns_when_the_weights_are_known() {
        begin("sure", "[\"control\", \"bold\"]", "[100, 0]");
        page("/", "Home", "", LOADING + """
            <script>addEventListener('aa-loaded', () => {
                window.shown = [];
                for (let n = 0; n < 30; n++) {
                    aa.identify('user-' + n);
                    shown.push(aa.experiment('sure', ['control', 'bold']));
                }
            })</script>\
            """);
        openWith("");
        assertThat(browser.run("return shown")).isEqualTo(Collections.nCopies(30, "control"));
    }

    @Test
    void consent_that_is_given_again_before_the_weights_are_known_reveals_nothing_yet() {
        begin("sure", "[\"control\", \"bold\"]", "[100, 0]");
        page("/", "Home", "", LOADING + """
            <script>
                window.shown = [];
                const ask = fetch;
                window.fetch = async (...given) => {
                    const answer = await ask(...given);
                    if (String(given[0]).includes('/experiments/')) {
                        aa.grantConsent();
                    }
                    return answer;
                };
                addEventListener('aa-loaded', () => {
                    for (let n = 0; n < 30; n++) {
                        aa.identify('user-' + n);
                        shown.push(aa.experiment('sure', ['control', 'bold']));
                    }
                });
            </script>\
            """);
        openWith("");
        assertThat(browser.run("return shown")).isEqualTo(Collections.nCopies(30, "control"));
    }

    @Test
    void elements_show_the_variant_and_then_the_page_is_revealed() {
        var body = LOADING + """
            <h1 data-aa-experiment="cta" data-aa-variant-bold="Now!">Hello</h1>
            <p data-aa-experiment="ended" data-aa-variant-b="Other">Same</p>\
            """;
        page("/", "Home", "", body);
        openWith("?aa_variant_cta=Bold");
        assertThat(browser.find("h1").getText()).isEqualTo("Now!");
        assertThat(browser.find("p").getText()).isEqualTo("Same");
        openWith("?aa_variant_cta=control");
        assertThat(browser.find("h1").getText()).isEqualTo("Hello");
        var exposures = await("$experiment_exposure", 2);
        assertThat(exposures).extracting(one -> one.get("variant")).isEqualTo(List.of("Bold", "control"));
    }

    @Test
    void a_server_that_does_not_answer_hides_no_page() {
        page("/", "Home", "", LOADING + "<h1 data-aa-experiment='cta' data-aa-variant-bold='Now!'>Hello</h1>");
        for (var state : List.of(State.DOWN, State.CUT)) {
            gate.become(state);
            openWith("?aa_variant_cta=Bold");
            assertThat(browser.find("h1").getText()).isEqualTo("Hello");
        }
    }

    @Test
    void which_experiments_run_is_asked_once_per_load() {
        page("/", "Home", "", LOADING);
        openWith("");
        aa("experiment('cta')");
        aa("experiment('thirds')");
        assertThat(gate.sent().stream().filter(sent -> sent.path().equals("/experiments/config")))
                .hasSize(1);
    }
}
