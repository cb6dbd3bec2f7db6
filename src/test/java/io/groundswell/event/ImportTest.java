package io.groundswell.event;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.RawHttp;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ImportTest {
    private static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");

    @Inject
    Rows rows;

    private Website site;
    private String id;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        site = Website.open();
        id = site.id();
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @Test
    void a_table_becomes_events_of_any_age() {
        // Given
        var file = """

                event,timestamp,user_id,session_id,country,properties,path,plan\r
                \r
                page_view,2029-04-01T10:00:00Z,ada,s1,de,"{""value"": 5, ""path"": ""/old""}",/pricing,pro\r
                signup,1898000000000,,,,,,\r
                """;
        // When
        var answer = send(file);
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Map<String, Object>>path(""))
                .containsEntry("lines", 2)
                .containsEntry("accepted", 2)
                .containsEntry("refused", 0)
                .containsEntry("complete", true)
                .containsEntry("refusals", List.of());
        assertThat(events())
                .containsExactly(
                        "page_view 2029-04-01 10:00:00 ada s1 DE /pricing {\"plan\": \"pro\", \"value\": 5}",
                        "signup 2030-02-22 14:13:20 - - - - -");
    }

    @Test
    void a_property_may_be_called_properties() {
        send("event,timestamp,properties\na,1890000000000,\"{\"\"properties\"\": 7}\"\n");

        assertThat(events()).containsExactly("a 2029-11-22 00:00:00 - - - - {\"properties\": 7}");
    }

    @Test
    void lines_of_json_become_events() {
        var answer = send("""
                {"event":"page_view","timestamp":"2030-01-01T01:00:00+01:00","properties":{"path":"/","n":[1,{"a":null}]}}

                {"event":"signup","timestamp":1890000000000,"user_id":"ada","unknown":true}""");

        assertThat(answer.<Integer>path("accepted")).isEqualTo(2);
        assertThat(events())
                .containsExactly(
                        "signup 2029-11-22 00:00:00 ada - - - -",
                        "page_view 2030-01-01 00:00:00 - - - / {\"n\": [1, {\"a\": null}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"a\",\"timestamp\":1890000000000}\n",
                "\n {\"event\":\"a\",\"timestamp\":1890000000000}\n",
                "event,timestamp\na,1890000000000\n"
            })
    void a_file_may_begin_with_a_byte_order_mark(String file) {
        assertThat(send("\uFEFF" + file).<Integer>path("accepted")).isEqualTo(1);
        // The same line, however the file begins.
        assertThat(send(file).<Integer>path("accepted")).isEqualTo(1);
        assertThat(events()).containsExactly("a 2029-11-22 00:00:00 - - - - -");
        assertThat(send("\uFEFF").<String>path("message")).isEqualTo("The file is empty");
    }

    /** As in the header that proxies send. */
    @ParameterizedTest
    @ValueSource(strings = {"XX", "T1", "xx", " t1 ", " "})
    void a_country_that_nobody_knows_is_none(String told) {
        assertThat(send("event,timestamp,country\na,1890000000000,%s\n".formatted(told))
                        .<Integer>path("accepted"))
                .isEqualTo(1);
        assertThat(send("{\"event\":\"b\",\"timestamp\":1890000000001,\"country\":\"%s\"}".formatted(told))
                        .<Integer>path("accepted"))
                .isEqualTo(1);
        assertThat(events()).containsExactly("a 2029-11-22 00:00:00 - - - - -", "b 2029-11-22 00:00:00.001 - - - - -");
    }

    @Test
    void the_good_lines_are_taken_and_the_bad_ones_named() {
        var answer = send("""
                {"event":"a","timestamp":1890000000000}
                {"event":"b"}
                not json
                {"timestamp":1890000000000}
                {"event":"c","timestamp":"yesterday"}
                {"event":"d","timestamp":1000}
                {"event":"e","timestamp":1890000000000,"user_id":7,"properties":{}}
                {"event":"f","timestamp":1890000000000,"properties":"none"}
                {"event":"g","timestamp":1890000000000,"country":"Germany"}
                {"event":"h","timestamp":1890000000000,"properties":{"x":"\\u0000"}}
                {"event":"%s","timestamp":1890000000000}
                {"event":"%s","timestamp":1890000000000}
                {"event":"z","timestamp":1890000000000}
                """.formatted("x".repeat(257), "x".repeat(70_000)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Integer>path("accepted")).isEqualTo(2);
        assertThat(answer.<Integer>path("refused")).isEqualTo(11);
        assertThat(answer.<List<Map<String, Object>>>path("refusals").stream()
                        .map(one -> one.get("line") + " " + one.get("message")))
                .containsExactly(
                        "2 timestamp is required",
                        "3 The line is no JSON object",
                        "4 event is required",
                        "5 timestamp must be Unix milliseconds, or a time as ISO 8601 has it, with its offset",
                        "6 timestamp must lie between 2029-03-08 and 5 minutes ahead",
                        "7 A field has another type than in events",
                        "8 A field has another type than in events",
                        "9 country must be two letters of ISO 3166-1",
                        "10 properties must not contain U+0000, half of a surrogate pair, or a number that is out of range",
                        "11 event must have at most 256 characters",
                        "12 The line is longer than 65,536 bytes");
        assertThat(events()).hasSize(2);
    }

    /** A body that begins with NUL is refused as UTF-16; a line of a file is only a bad line. */
    @Test
    void a_line_that_begins_with_nul_is_left_out_like_any_other_bad_one() {
        var good = "{\"event\":\"a\",\"timestamp\":1890000000000}\n";
        var lines = send(good + "\0\0\0\0" + good + good);
        assertThat(lines.<Integer>path("accepted")).isEqualTo(2);
        assertThat(lines.<List<Map<String, Object>>>path("refusals"))
                .containsExactly(Map.of("line", 2, "message", "The line is no JSON object"));

        var table = send("event,timestamp,properties\na,1890000000000,{}\nb,1890000000000,{\0}\nc,1890000000000,{}\n");
        assertThat(table.<Integer>path("accepted")).isEqualTo(2);
        assertThat(table.<List<Map<String, Object>>>path("refusals"))
                .containsExactly(Map.of("line", 3, "message", "properties must be a JSON object"));
    }

    @Test
    void a_table_says_where_it_cannot_be_read_any_more() {
        var answer = send("event,timestamp\na,1890000000000\nb,1890000000000,more\nc,1890000000000\n\"d,1890000000000\n"
                + "x,1890000000000\n".repeat(10_000));

        assertThat(answer.<Integer>path("accepted")).isEqualTo(2);
        assertThat(answer.<Boolean>path("complete")).isFalse();
        assertThat(answer.<List<Map<String, Object>>>path("refusals"))
                .containsExactly(
                        Map.of("line", 3, "message", "The line has 3 values for 2 columns"),
                        Map.of(
                                "line",
                                5,
                                "message",
                                "The line is longer than 65,536 characters; nothing after it was read"));
    }

    @Test
    void where_a_table_cannot_be_read_any_more_is_told_after_any_number_of_bad_lines() {
        var answer = send(
                "event,timestamp\n" + "bad\n".repeat(150) + "a,1890000000000\n\"b,1890000000000\nc,1890000000000\n");

        assertThat(answer.<Integer>path("accepted")).isEqualTo(1);
        assertThat(answer.<Integer>path("refused")).isEqualTo(151);
        assertThat(answer.<Boolean>path("complete")).isFalse();
        assertThat(answer.<List<Map<String, Object>>>path("refusals"))
                .hasSize(101)
                .endsWith(Map.of(
                        "line", 153, "message", "What begins here is no line of values; nothing after it was read"));
    }

    @Test
    void the_same_file_again_adds_nothing_and_another_one_does() {
        var file = "event,timestamp\na,1890000000000\na,1890000000000\n";

        assertThat(send(file).<Integer>path("accepted")).isEqualTo(2);
        assertThat(send(file).<Integer>path("accepted")).isEqualTo(2);
        assertThat(events()).hasSize(2);

        assertThat(send(file + "b,1890000000000\n").<Integer>path("accepted")).isEqualTo(3);
        assertThat(events()).hasSize(3);

        assertThat(send("second", file).<Integer>path("accepted")).isEqualTo(2);
        assertThat(events()).hasSize(5);
    }

    /** Less than a batch may be left to be taken. */
    @ParameterizedTest
    @ValueSource(ints = {1, 300, 555})
    void as_many_lines_are_taken_as_the_plan_has_room_for(int room) {
        // Given
        site = Website.in(Api.organization("free", Map.of("site_events", room)), "shop");
        id = site.id();
        var file = new StringBuilder("event,timestamp\n");
        for (var line = 0; line < 800; line++) {
            file.append("e").append(line).append(",2030-03-07T10:00:00Z\n");
        }
        for (var time = 0; time < 2; time++) {
            // When
            var answer = send(file.toString());
            // Then
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.<String>path("reason")).isEqualTo("lifetime_event_limit");
            assertThat(answer.<String>path("message"))
                    .isEqualTo(
                            "The plan takes %1$,d events in all, and these would be more. %1$,d lines of the file are"
                                    + " taken; once there is room, send the same file again",
                            room);
            assertThat(rows.count(
                            "select count(*) from event where substr(name, 2)::int < %d and %s".formatted(room, own())))
                    .isEqualTo(room);
            assertThat(rows.count("select count(*) from event where " + own())).isEqualTo(room);
        }
    }

    @Test
    void an_upload_that_broke_goes_on_when_it_is_sent_again() {
        var file = new StringBuilder("event,timestamp\n");
        for (var line = 0; line < 3_000; line++) {
            file.append("e").append(line).append(",1890000000000\n");
        }
        var half = file.substring(0, file.length() / 2);
        // The half ends within a line; as if the connection had broken there.
        send(half);

        assertThat(send(file.toString()).<Integer>path("accepted")).isEqualTo(3_000);
        assertThat(rows.count("select count(distinct name) from event where name ~ '^e[0-9]+$' and " + own()))
                .isEqualTo(3_000);
        assertThat(rows.count("select count(*) from event where " + own())).isBetween(3_000L, 3_001L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void a_file_may_be_larger_than_any_other_body(String end) {
        var line = "{\"event\":\"e\",\"timestamp\":1890000000000,\"properties\":{\"note\":\"%s\"}}\n"
                .formatted("x".repeat(900));
        var file = line.repeat(7_000);
        assertThat(file.length()).isGreaterThan(6 << 20);

        assertThat(sendTo("/import" + end, "", file).<Integer>path("accepted")).isEqualTo(7_000);
    }

    @Test
    void a_name_is_measured_in_characters() {
        var file = "{\"event\":\"e\",\"timestamp\":1890000000000}";
        assertThat(send("😀".repeat(200), file).statusCode()).isEqualTo(200);
        assertThat(send("😀".repeat(201), file).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/track", "/track/batch", "/identify"})
    void others_may_not_be_larger_though_they_do_not_say_how_long_they_are(String path) throws IOException {
        // Just too long, and more than the framework reads of anything.
        for (var times : List.of(52, 100, 400)) {
            var chunks = ("5000\r\n" + "x".repeat(0x5000) + "\r\n").repeat(times) + "0\r\n\r\n";

            var answer = RawHttp.send(
                    "POST %s HTTP/1.1".formatted(path),
                    "User-Agent: test\r\nTransfer-Encoding: chunked",
                    chunks.getBytes(UTF_8));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
            assertThat(answer.body()).contains("The request body is larger than 1,048,576 bytes");
        }
    }

    @Test
    void a_file_must_begin_like_one() {
        assertThat(send("   ").statusCode()).isEqualTo(400);
        assertThat(send("name,time\na,b\n").<String>path("message"))
                .isEqualTo("The first line must name up to 200 columns, event and timestamp among them");
        assertThat(send("event,event\na,b\n").statusCode()).isEqualTo(400);
        assertThat(events()).isEmpty();
    }

    @Test
    void only_their_owner_brings_events() {
        var stranger = Api.organization().aak();
        var answer = given().header("X-API-Key", stranger).body("event\na\n").post("/projects/" + id + "/import");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(given().body("event\na\n")
                        .post("/projects/" + id + "/import")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void questions_see_what_was_brought() {
        send("event,timestamp,user_id,session_id\npage_view,2029-12-03T09:00:00Z,ada,s1\n");

        assertThat(site.get("/heatmap", "since", "2029-12-01").<String>path("busiest_day"))
                .isEqualTo("Monday");
    }

    @Test
    void one_organization_has_not_all_places() throws Exception {
        var own = site;
        var file = "event,timestamp\npage_view,2029-12-03T09:00:00Z\n";
        var slow = new ArrayList<Socket>();
        try {
            // One that comes while another file is read may be refused itself.
            while (send(file).statusCode() != 503) {
                slow.add(begin(file));
                assertThat(slow).hasSizeLessThan(50);
            }
            open();
            assertThat(site.organization().id()).isNotEqualTo(own.organization().id());
            assertThat(send(file).statusCode()).isEqualTo(200);
        } finally {
            for (var one : slow) {
                one.close();
            }
        }
    }

    /** Sends some of a file, and no end of it. */
    private Socket begin(String text) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        var head = "POST /projects/%s/import HTTP/1.1\r\nHost: localhost\r\nX-API-Key: %s\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n";
        socket.getOutputStream()
                .write(head.formatted(id, site.organization().aak(), text.length(), text)
                        .getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private Response send(String file) {
        return send("", file);
    }

    private Response send(String name, String file) {
        return sendTo("/import", name, file);
    }

    private Response sendTo(String end, String name, String file) {
        return given().header("X-API-Key", site.organization().aak())
                .queryParam("name", name)
                .body(file.getBytes(UTF_8))
                .post("/projects/" + id + end);
    }

    private String own() {
        return "site_number = (select number from site where id = '%s')".formatted(id);
    }

    private List<String> events() {
        return rows.texts("""
                select concat_ws(' ', name, at at time zone 'UTC', coalesce(user_id, '-'), coalesce(session_id, '-'),
                    coalesce(country, '-'), coalesce(path, '-'), coalesce(properties::text, '-'))
                from event where %s order by at, seq""".formatted(own()));
    }
}
