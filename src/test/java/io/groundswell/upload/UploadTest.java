package io.groundswell.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Crowd;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class UploadTest extends Uploading {
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
                select concat_ws(' ', name, c.day, c.views, c.views_known, c.views_change) from thing join creator_day c on c.creator_id = thing.id
                order by 1""");
    }

    /** Two creators with two videos each, and as many snapshots of each as there are days. */
    private static String file(int days) {
        var file = new StringBuilder(Sent.HEAD);
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
        answer.counts("creators", 2, 0);
        answer.counts("videos", 4, 0);
        answer.counts("snapshots", 600, 0);
        assertThat(answer.number("lines")).isEqualTo(606);
        assertThat(answer.refusals()).isEmpty();
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
        again.counts("creators", 0, 2);
        again.counts("videos", 0, 4);
        again.counts("snapshots", 0, 600);
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
        Sent.to(other, file).counts("snapshots", 1_800, 0);

        send(file.substring(0, file.length() / 2));
        var rest = send(file);

        assertThat(rest.refusals()).isEmpty();
        assertThat(rest.number("snapshots.known")).isBetween(850, 950);
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

        send(file(20)).counts("snapshots", 0, 120);

        assertThat(state(tracking)).isEqualTo(once);
    }

    @Test
    void the_same_file_twice_at_once_comes_to_the_same() throws Exception {
        var other = Tracking.begin(Map.of());
        Sent.to(other, file(100));

        var answers = Crowd.of(2, () -> send(file(100)));

        answers.forEach(answer -> assertThat(answer.refusals()).isEmpty());
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.number("snapshots.added"))
                        .sum())
                .isEqualTo(600);
        assertThat(state(tracking)).isEqualTo(state(other));
    }

    @Test
    void a_correction_replaces_and_the_later_line_stays() {
        var line = "snapshot,ada,,,,2026-01-01T00:00:00Z,,,%d,\n";
        send(Sent.HEAD + "creator,ada,,,,,,,,\n" + line.formatted(1));

        send(Sent.HEAD + line.formatted(2) + line.formatted(3)).counts("snapshots", 1, 1);

        assertThat(tracking.texts(
                        rows,
                        "select s.followers::text from tracked_snapshot s join creator c using (id)"
                                + " where organization_id = :organization"))
                .containsExactly("3");
    }

    @Test
    void the_file_that_the_page_shows_is_answered_as_it_shows() throws IOException {
        // Given
        var section = Files.readString(Path.of("docs/api/creators.md")).split("\n## Import\n", 2)[1];
        var shown = JsonPath.from(block(section, "json")).<Map<String, Object>>get("data");
        // When
        var answer = send(block(section, "csv")).answer().jsonPath().<Map<String, Object>>get("data");
        // Then
        shown.put("project_id", tracking.project());
        assertThat(answer).isEqualTo(shown);
    }

    private static String block(String page, String language) {
        return page.split("```" + language + "\n", 2)[1].split("```", 2)[0];
    }
}
