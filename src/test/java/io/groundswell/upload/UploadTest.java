package io.groundswell.upload;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class UploadTest {
    private static final String HEAD = "type,handle,display_name,video_url,title,at,views,likes,followers,baseline\n";

    @Inject
    Rows rows;

    private Tracking tracking;

    @BeforeEach
    void begin() {
        Api.setClock(Instant.parse("2026-06-15T12:00:00Z"));
        tracking = Tracking.begin(Map.of());
    }

    @AfterEach
    void reset() {
        Api.resetClock();
    }

    private Response send(String file) {
        return send(tracking, file);
    }

    private static Response send(Tracking tracking, String file) {
        return given().header(
                        "Authorization", "Bearer " + tracking.organization().tga())
                .config(RestAssured.config()
                        .encoderConfig(encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT)))
                .contentType("text/csv; charset=utf-8")
                .body(file)
                .post("/api/v1/projects/" + tracking.project() + "/import");
    }

    private static List<String> refusals(Response answer) {
        return answer.<List<Map<String, Object>>>path("data.refusals").stream()
                .map(one -> one.get("line") + " " + one.get("message"))
                .toList();
    }

    private static void counts(Response answer, String part, int added, int known) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<Map<String, Object>>path("data." + part))
                .as(part)
                .isEqualTo(Map.of("added", added, "known", known));
    }

    /** All that is measured, by what it is called. */
    private List<String> state(Tracking tracking) {
        return tracking.texts(rows, """
                with thing as (
                    select id, handle as name, reset_pending from creator where organization_id = :organization
                    union all
                    select id, url, reset_pending from video where organization_id = :organization)
                select concat_ws(' ', name, reset_pending, s.at at time zone 'UTC', s.told, s.reset, s.views, s.likes, s.followers) from thing
                left join tracked_snapshot s using (id)
                union all
                select concat_ws(' ', name, d.day, d.views, d.views_level, d.followers, d.followers_level, d.followers_change)
                from thing join tracked_day d using (id)
                union all
                select concat_ws(' ', name, c.day, c.views, c.views_known, c.views_change) from thing join creator_day c on c.id = thing.id
                order by 1""");
    }

    /** Two creators with two videos each, and as many snapshots of each as there are days. */
    private static String file(int days) {
        var file = new StringBuilder(HEAD);
        for (var creator = 1; creator <= 2; creator++) {
            file.append("creator,c%d,\"C, %d\",,,,,,,\n".formatted(creator, creator));
            for (var video = 1; video <= 2; video++) {
                file.append("video,C%d,,%s,=1+1,,,,,\n".formatted(creator, Tracking.address(creator * 10 + video)));
            }
        }
        for (var day = 1; day <= days; day++) {
            for (var creator = 1; creator <= 2; creator++) {
                var at = "2025-%02d-%02dT06:00:00Z".formatted(1 + day / 28, 1 + day % 28);
                file.append("snapshot,c%d,,,,%s,,,%d,\n".formatted(creator, at, 100 * day));
                for (var video = 1; video <= 2; video++) {
                    file.append(
                            ",,,%s,,%s,%d,%d,,\n".formatted(Tracking.address(creator * 10 + video), at, 7 * day, day));
                }
            }
        }
        return file.toString();
    }

    @Test
    void a_file_again_changes_nothing() {
        // When
        var answer = send("\uFEFF" + file(100).replace("\n", "\r\n"));
        // Then
        counts(answer, "creators", 2, 0);
        counts(answer, "videos", 4, 0);
        counts(answer, "snapshots", 600, 0);
        assertThat(answer.<Integer>path("data.lines")).isEqualTo(606);
        assertThat(refusals(answer)).isEmpty();
        var once = state(tracking);
        assertThat(once).hasSizeGreaterThan(1_000);
        assertThat(tracking.texts(rows, "select distinct title from video where organization_id = :organization"))
                .containsExactly("=1+1");
        assertThat(tracking.texts(
                        rows, "select display_name from creator where organization_id = :organization order by 1"))
                .containsExactly("C, 1", "C, 2");
        // When
        var again = send(file(100));
        // Then
        counts(again, "creators", 0, 2);
        counts(again, "videos", 0, 4);
        counts(again, "snapshots", 0, 600);
        assertThat(state(tracking)).isEqualTo(once);
        assertThat(tracking.texts(
                        rows,
                        "select action || ' ' || details::text from audit_entry where organization_id = :organization"
                                + " and action like 'program.import%' order by at, id"))
                .hasSize(4);
    }

    @Test
    void a_file_that_broke_off_is_sent_again() {
        var other = Tracking.begin(Map.of());
        var file = file(300);
        counts(send(other, file), "snapshots", 1_800, 0);

        send(file.substring(0, file.length() / 2));
        var rest = send(file);

        assertThat(refusals(rest)).isEmpty();
        assertThat(rest.<Integer>path("data.snapshots.known")).isBetween(850, 950);
        assertThat(state(tracking)).isEqualTo(state(other));
    }

    @Test
    void the_end_of_a_pause_stays_though_it_is_told_again() {
        send(file(10));
        var creators = tracking.texts(rows, "select id::text from creator where organization_id = :organization");
        tracking.texts(
                rows,
                "update creator set disabled_at = now() where organization_id = :organization returning id::text");
        tracking.post("projects/" + tracking.project() + "/creators/bulk-reenable", Map.of("ids", creators))
                .then()
                .statusCode(200);
        send(file(20));
        var once = state(tracking);
        assertThat(tracking.count(
                        rows,
                        "select count(*) from tracked_snapshot s join creator c using (id) where reset"
                                + " and organization_id = :organization"))
                .isEqualTo(2);

        counts(send(file(20)), "snapshots", 0, 120);

        assertThat(state(tracking)).isEqualTo(once);
    }

    @Test
    void the_same_file_twice_at_once_comes_to_the_same() throws Exception {
        var other = Tracking.begin(Map.of());
        send(other, file(100));

        var answers = Crowd.of(3, () -> send(file(100)));

        answers.forEach(answer -> assertThat(refusals(answer)).isEmpty());
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.<Integer>path("data.snapshots.added"))
                        .sum())
                .isEqualTo(600);
        assertThat(state(tracking)).isEqualTo(state(other));
    }

    @Test
    void bad_lines_are_named_and_the_others_land() {
        var answer = send(HEAD + """
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

        counts(answer, "creators", 1, 0);
        counts(answer, "videos", 1, 0);
        counts(answer, "snapshots", 1, 0);
        assertThat(answer.<Integer>path("data.refused")).isEqualTo(15);
        assertThat(refusals(answer))
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
                        "13 followers is no counter of a video",
                        "14 at must come with a counter at least",
                        "15 baseline must be true or false",
                        "16 video_url or handle is required",
                        "17 The line has 4 values for 10 columns",
                        "18 handle must not contain U+0000");
    }

    @Test
    void a_hundred_refusals_are_told_and_the_others_counted() {
        var answer = send(HEAD + "creator,a b,,,,,,,,\n".repeat(20_000));

        assertThat(answer.<Integer>path("data.refused")).isEqualTo(20_000);
        assertThat(refusals(answer))
                .hasSize(100)
                .startsWith("2 handle must be 1 to 30 letters, digits, '.', '_' or '-'");
    }

    @Test
    void a_limit_is_filled_and_not_passed() {
        tracking = Tracking.begin(Map.of("max_creators_per_org", 5, "max_tracked_videos_per_org", 3));
        var file = new StringBuilder(HEAD);
        for (var one = 1; one <= 9; one++) {
            file.append("creator,c%d,,,,,,,,\nvideo,,,%s,,,,,,\n".formatted(one, Tracking.address(one)));
        }

        var answer = send(file.toString());

        counts(answer, "creators", 5, 0);
        counts(answer, "videos", 3, 0);
        assertThat(refusals(answer))
                .hasSize(10)
                .contains("12 Limit reached: max_creators_per_org", "9 Limit reached: max_tracked_videos_per_org");
        counts(send(file.toString()), "creators", 0, 5);
        assertThat(tracking.texts(rows, "select handle from creator where organization_id = :organization order by 1"))
                .containsExactly("c1", "c2", "c3", "c4", "c5");
    }

    @Test
    void a_correction_replaces_and_the_later_line_stays() {
        var line = "snapshot,ada,,,,2026-01-01T00:00:00Z,,,%d,\n";
        send(HEAD + "creator,ada,,,,,,,,\n" + line.formatted(1));

        counts(send(HEAD + line.formatted(2) + line.formatted(3)), "snapshots", 1, 1);

        assertThat(tracking.texts(
                        rows,
                        "select s.followers::text from tracked_snapshot s join creator c using (id)"
                                + " where organization_id = :organization"))
                .containsExactly("3");
    }
}
