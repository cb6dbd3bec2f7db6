package io.groundswell.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody new tries the tracker. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DemoTest extends TrackedPages {
    @Test
    void what_one_does_on_the_left_arrives_on_the_right() {
        browser.open("http://localhost:" + RestAssured.port + "/demo");
        browser.find("#key").sendKeys(site.organization().aak());
        browser.click("#entry button");
        while (!Boolean.TRUE.equals(browser.run("return !!window.aa"))) {
            pause(20);
        }
        browser.click("#plain");
        browser.click("[data-aa-event=demo_signup]");
        browser.click("#error");
        browser.click("#set");
        browser.click("#identify");
        browser.click("#track");
        browser.click("#route");
        pause(300);
        assertThat(browser.find("#events").getText()).isEmpty();
        browser.click("#grant");
        browser.run("scrollTo(0, 99999)");
        for (var event : List.of(
                "page_view",
                "$click",
                "demo_signup",
                "$error",
                "demo_hand ada plan: pro, answer: 42",
                "demo_route",
                "$impression")) {
            await(all -> browser.find("#events").getText().contains(event), event);
        }
    }
}
