package io.groundswell.export;

import static io.groundswell.export.Archive.order;
import static io.groundswell.export.Archive.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.MailServer;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExportMailTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Logger NOISE = Logger.getLogger("io.groundswell.export");
    private static final Map<String, String> TO_ADA = Map.of("format", "json", "email_to", "ada@example.com");

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private String key;

    @BeforeEach
    void open() {
        NOISE.setLevel(Level.OFF);
        Api.setClock(NOW);
        rows.clear();
        MailServer.current().up();
        key = Archive.organization().test();
    }

    @AfterEach
    void restore() {
        NOISE.setLevel(null);
        MailServer.current().up();
        Api.resetClock();
    }

    @Test
    void the_recipient_gets_an_address_that_opens_the_file() throws Exception {
        // When
        var ordered = order(key, TO_ADA);
        // Then
        ordered.then()
                .statusCode(201)
                .body("status", equalTo("processing"))
                .body("delivery_method", equalTo("email"))
                .body("delivery_to", equalTo("ada@example.com"))
                .body("delivery_status", equalTo("pending"))
                .body("estimated_completion", containsString("2030-01-15T12:01:"))
                .body("download_url", nullValue());
        // When
        Api.work();
        // Then
        assertThat(MailServer.current().received()).hasSize(1);
        var message = MailServer.current().received().get(0);
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("ada@example.com");
        assertThat(message.getFrom())
                .extracting(Object::toString)
                .containsExactly("Groundswell <reports@groundswell.example>");
        assertThat(message.getSubject()).isEqualTo("Your export is ready");
        assertThat(message.getContentType()).startsWith("text/plain");
        assertThat(message.getMessageID()).isEqualTo("<%s@localhost>".formatted(ordered.<String>path("export_id")));
        assertThat(message.getHeader("Message-ID")).hasSize(1);
        var url = Pattern.compile("http://\\S+").matcher(message.getContent().toString());
        assertThat(url.find()).isTrue();
        Archive.fetch(url.group()).then().statusCode(200).body("costs.size()", equalTo(0));
        status(key, ordered.path("export_id"))
                .then()
                .body("status", equalTo("completed"))
                .body("delivery_status", equalTo("sent"))
                .body("estimated_completion", nullValue())
                .body("download_url", equalTo(url.group()));
    }

    @Test
    void while_the_mail_server_is_down_it_is_tried_again_and_the_file_is_there_all_the_same() {
        // Given
        MailServer.current().down();
        var id = order(key, TO_ADA).<String>path("export_id");
        Api.work();
        status(key, id)
                .then()
                .body("status", equalTo("completed"))
                .body("delivery_status", equalTo("pending"))
                .body("download_url", notNullValue());
        // When
        MailServer.current().up();
        fixture.drain("export_mails");
        assertThat(MailServer.current().received()).isEmpty();
        Api.setClock(NOW.plus(Duration.ofMinutes(2)));
        fixture.drain("export_mails");
        // Then
        assertThat(MailServer.current().received()).hasSize(1);
        status(key, id).then().body("delivery_status", equalTo("sent"));
    }

    @Test
    void a_mail_that_nobody_takes_is_given_up_and_the_status_says_so() {
        MailServer.current().down();
        var id = order(key, TO_ADA).<String>path("export_id");
        Api.work();
        var now = NOW;
        for (var pause : new int[] {1, 5, 15, 60, 180}) {
            status(key, id).then().body("delivery_status", equalTo("pending"));
            now = now.plus(Duration.ofMinutes(pause)).plusSeconds(30);
            Api.setClock(now);
            assertThat(fixture.round("export_mails")).isEqualTo(1);
        }
        status(key, id)
                .then()
                .body("status", equalTo("completed"))
                .body("delivery_status", equalTo("failed"))
                .body("download_url", notNullValue());
        Api.setClock(now.plus(Duration.ofHours(10)));
        assertThat(fixture.round("export_mails")).isZero();
    }

    @Test
    void the_recipient_is_told_when_there_will_be_no_file() throws Exception {
        order(key, TO_ADA).then().statusCode(201);
        rows.change("update export set attempts = 10");

        Api.work();

        var message = MailServer.current().received().get(0);
        assertThat(message.getSubject()).isEqualTo("Your export could not be made");
        assertThat(message.getContent().toString())
                .contains("Ask for a shorter period")
                .doesNotContain("http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.com",
                "ada@example",
                "ada@example.com,bob@example.com",
                "Ada <ada@example.com>",
                "ada@example.com\r\nBcc: bob@example.com",
                "ada\u0000@example.com",
                "\"ada\"@example.com",
                "ada..b@example.com",
                "ada@-example.com",
                "ada@[127.0.0.1]",
                "\u00E4da@example.com"
            })
    void what_is_not_one_bare_address_is_refused(String address) {
        order(key, Map.of("email_to", address))
                .then()
                .statusCode(400)
                .body("error.code", equalTo("invalid_request"))
                .body("error.param", equalTo("email_to"));
        assertThat(rows.count("select count(*) from export")).isZero();
    }

    @Test
    void a_server_that_sends_no_mail_says_so() {
        var silent = new MailAddress(SomeConfig.allowing(1, 1));

        var refusal = catchThrowableOfType(Refusal.class, () -> silent.check("ada@example.com"));

        assertThat(refusal.code().kind()).isEqualTo(Kind.UNPROCESSABLE);
        assertThat(refusal.violations()).singleElement().satisfies(violation -> assertThat(violation.param())
                .isEqualTo("email_to"));
        assertThat(refusal).hasMessageContaining("sends no mail");
        silent.check(null);
    }
}
