package io.groundswell.wire.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.groundswell.testing.Browser;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The pages that are about nobody: people type keys into one of them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PublicPagesTest {
    private static final String POLICY = "Content-Security-Policy";
    private static final String COLLECT = """
            window.refused = [];
            document.addEventListener('securitypolicyviolation',
                event => window.refused.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));""";

    private static ValidatableResponse page(String path) {
        return RestAssured.get(path)
                .then()
                .statusCode(200)
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header(POLICY, containsString("default-src 'none'"))
                .header(POLICY, containsString("frame-ancestors 'none'"));
    }

    @Test
    void the_page_about_errors_runs_nothing() {
        page("/docs/errors")
                .header(POLICY, not(containsString("script-src")))
                .header(POLICY, containsString("style-src 'sha256-"));
    }

    @Test
    void the_page_about_the_contracts_runs_files_of_this_server_alone() {
        for (var path : List.of("/docs/api", "/docs/api/", "/docs/api/index.html")) {
            page(path)
                    .contentType(equalTo("text/html;charset=UTF-8"))
                    .header(POLICY, containsString("script-src 'self';"))
                    .header(POLICY, containsString("connect-src 'self';"))
                    .body(not(containsString("<script>")));
        }
        page("/docs/api/start.js");
        page("/docs/api/swagger-ui-bundle.js");
    }

    @Test
    void browsers_show_all_of_them() {
        try (var browser = Browser.start()) {
            browser.prepare(COLLECT);
            browser.open("http://localhost:" + RestAssured.port + "/docs/errors");
            assertThat(browser.run("return window.refused")).isEqualTo(List.of());
            browser.open("http://localhost:" + RestAssured.port + "/docs/api/");
            var patience = System.nanoTime() + 30_000_000_000L;
            while (browser.run("return document.querySelector('.opblock')") == null && System.nanoTime() < patience) {
                LockSupport.parkNanos(100_000_000);
            }
            assertThat(browser.find(".opblock").isDisplayed()).isTrue();
            assertThat(browser.run("return window.refused")).isEqualTo(List.of());
        }
    }
}
