package io.groundswell.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a file costs no more than it must. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BadUploadTest extends Uploading {
    @Test
    void bad_lines_are_named_and_the_others_land() {
        var answer = send(Sent.HEAD + """
                creator,ada,,,,,,,,
                creator,a b,,,,,,,,
                creator,,,,,,,,,
                person,bob,,,,,,,,
                video,ada,,https://example.com/1,,,,,,
                video,eve,,https://www.tiktok.com/@a/video/1,,,,,,
                video,ada,,https://www.tiktok.com/@a/video/2,,,,,,
                snapshot,,,https://www.tiktok.com/@a/video/3,,2026-01-01T00:00:00Z,1,,,
                snapshot,,,https://www.tiktok.com/@a/video/2,,2026-01-01,1,,,
                snapshot,,,https://www.tiktok.com/@a/video/2,,2026-12-01T00:00:00Z,1,,,
                snapshot,,,https://www.tiktok.com/@a/video/2,,2026-01-01T00:00:00Z,-1,,,
                snapshot,,,https://www.tiktok.com/@a/video/2,,2026-01-01T00:00:00Z,,,5,
                snapshot,,,https://www.tiktok.com/@a/video/2,,2026-01-01T00:00:00Z,,,,
                snapshot,ada,,,,2026-01-01T00:00:00Z,,,5,maybe
                snapshot,,,,,2026-01-01T00:00:00Z,,,5,
                creator,ada,,
                creator,a\u0000,,,,,,,,
                snapshot,ADA,,,,2026-01-01T01:00:00+01:00,,,5,true
                """);

        answer.counts("creators", 1, 0);
        answer.counts("videos", 1, 0);
        answer.counts("snapshots", 1, 0);
        assertThat(answer.number("refused")).isEqualTo(15);
        assertThat(answer.refusals())
                .containsExactly(
                        "3 handle must be 1 to 30 letters, digits, '.', '_' or '-'",
                        "4 handle is required",
                        "5 type must be one of creator, video, snapshot",
                        "6 video_url must be the address of a video on TikTok, such as"
                                + " https://www.tiktok.com/@someone/video/7301234567890123456",
                        "7 The project has no creator @eve",
                        "9 The project has no video https://www.tiktok.com/@a/video/3",
                        "10 at must be a time such as 2026-02-03T06:00:00Z",
                        "11 at must not be more than 5 minutes ahead",
                        "12 views must be a whole number from 0 to 1,000,000,000,000,000",
                        "13 followers is not a counter of a video",
                        "14 at must come with a counter at least",
                        "15 baseline must be true or false",
                        "16 video_url or handle is required",
                        "17 The line has 4 values for 10 columns",
                        "18 handle must not contain U+0000");
    }

    @Test
    void what_is_no_csv_by_its_name_is_told_to_be_sent_as_csv() {
        Api.as(tracking.organization().tga())
                .contentType("application/xml")
                .body("<a/>")
                .post("/api/v1/projects/" + tracking.project() + "/import")
                .then()
                .statusCode(400)
                .body("error", equalTo("Send the body as text/csv"));
    }

    @Test
    void a_hundred_refusals_are_told_and_the_others_counted() {
        var answer = send(Sent.HEAD + "creator,a b,,,,,,,,\n".repeat(20_000));

        assertThat(answer.number("refused")).isEqualTo(20_000);
        assertThat(answer.refusals())
                .hasSize(100)
                .startsWith("2 handle must be 1 to 30 letters, digits, '.', '_' or '-'");
    }

    @Test
    void bytes_that_are_no_text_cost_their_line_alone() {
        var file = "\n\nhandle,display_name\r\nada,Ada\nbob,B\u00f6b\n\n\"eve\",\"E,\n\"\"v\"\"e\"\n";

        var answer = Sent.to(tracking, file.getBytes(ISO_8859_1)).counts("creators", 2, 0);

        assertThat(answer.refusals()).containsExactly("5 The line is not valid UTF-8");
        assertThat(answer.isComplete()).isTrue();
        assertThat(tracking.texts(
                        rows, "select display_name from creator where organization_id = :organization order by handle"))
                .containsExactly("Ada", "E,\n\"v\"e");
    }

    @Test
    void a_quote_that_is_never_closed_ends_the_file() {
        var answer = send(Sent.HEAD + "creator,ada,,,,,,,,\n" + "creator,a b,,,,,,,,\n".repeat(150)
                        + "creator,bob,\"Bob,,,,,,,\n" + "creator,eve,,,,,,,,\n".repeat(10_000))
                .counts("creators", 1, 0);

        assertThat(answer.isComplete()).isFalse();
        assertThat(answer.number("refused")).isEqualTo(151);
    }

    @Test
    void counters_may_fall() {
        var line = "snapshot,,,%s,,2026-01-0%dT12:00:00Z,%d,,,\n";
        var address = Tracking.address(1);

        send(Sent.HEAD
                        + "video,,,%s,,,,,,\n".formatted(address)
                        + line.formatted(address, 1, 100)
                        + line.formatted(address, 3, 70)
                        + line.formatted(address, 2, 40))
                .counts("snapshots", 3, 0);

        assertThat(tracking.texts(
                        rows,
                        "select concat_ws(' ', d.day, d.views, d.views_level) from tracked_day d join video v using (id)"
                                + " where v.organization_id = :organization order by d.day"))
                .containsExactly("2026-01-01 0 100", "2026-01-02 0 40", "2026-01-03 30 70");
    }

    /** However many there are: they are not tried one by one. */
    @Test
    void a_limit_is_filled_and_not_passed() {
        tracking = Tracking.begin(Map.of("max_creators_per_org", 50, "max_tracked_videos_per_org", 30));
        var file = new StringBuilder(Sent.HEAD);
        for (var one = 1; one <= 500; one++) {
            file.append("creator,c%d,,,,,,,,\nvideo,,,%s,,,,,,\n".formatted(one, Tracking.address(one)));
        }

        var answer = send(file + "creator,c1,,,,,,,,\n");

        answer.counts("creators", 50, 1).counts("videos", 30, 0);
        assertThat(answer.number("refused")).isEqualTo(920);
        assertThat(answer.refusals())
                .startsWith("63 Limit reached: max_tracked_videos_per_org")
                .contains("65 Limit reached: max_tracked_videos_per_org")
                .hasSize(100);
        send(file.toString()).counts("creators", 0, 50).counts("videos", 0, 30);
        assertThat(tracking.count(
                        rows,
                        "select count(*) from creator where organization_id = :organization"
                                + " and substring(handle from 2)::int <= 50"))
                .isEqualTo(50);
    }

    @Test
    void a_creator_whose_videos_find_no_room_when_it_comes_back_keeps_out_no_other() {
        tracking = Tracking.begin(Map.of("max_creators_per_org", 250, "max_tracked_videos_per_org", 2));
        var gone = tracking.creator("gone");
        for (var number = 1; number <= 2; number++) {
            tracking.addVideo(Map.of("url", Tracking.address(number), "creator_id", gone))
                    .then()
                    .statusCode(201);
        }
        tracking.delete("creators/" + gone).then().statusCode(200);
        tracking.video(3);
        var file = new StringBuilder(Sent.HEAD).append("creator,gone,,,,,,,,\n");
        for (var one = 1; one <= 251; one++) {
            file.append("creator,c%d,,,,,,,,\n".formatted(one));
        }

        var answer = send(file.toString());

        answer.counts("creators", 250, 0);
        assertThat(answer.refusals())
                .containsExactly(
                        "2 Limit reached: max_tracked_videos_per_org", "253 Limit reached: max_creators_per_org");
    }

    @Test
    void one_organization_has_not_all_places_and_a_file_that_breaks_off_makes_room() throws Exception {
        var file = Sent.HEAD + "creator,ada,,,,,,,,\n";
        var slow = new ArrayList<Socket>();
        try {
            // One that comes while another file is read may be refused itself.
            while (send(file).answer().statusCode() != 503) {
                slow.add(begin(file));
                assertThat(slow).hasSizeLessThan(50);
            }
            Sent.to(Tracking.begin(Map.of()), file).counts("creators", 1, 0);
        } finally {
            for (var one : slow) {
                one.close();
            }
        }

        var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var answer = send(file);
        while (answer.answer().statusCode() == 503) {
            assertThat(System.nanoTime()).isLessThan(patience);
            answer = send(file);
        }
        answer.counts("creators", 0, 1);
    }

    /** Sends some of a file, and no end of it. */
    private Socket begin(String text) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        var head = "POST /api/v1/projects/%s/import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n";
        socket.getOutputStream()
                .write(head.formatted(
                                tracking.project(), tracking.organization().tga(), text.length(), text)
                        .getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
