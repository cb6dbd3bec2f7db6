package io.groundswell.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.metric.Subject;
import io.groundswell.recording.TrackedFixture;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SentimentTest {
    private static final List<String> TEXTS =
            List.of("good", "so good and great", "bad", "the worst ever", "good bad", "le chat", "😀", "not good");
    private static final List<String> STATUSES =
            List.of("AUTO_TRACKED", "INCLUDED", "DIRECT_ADD", "PENDING_REVIEW", "EXCLUDED");
    private static final ZoneId ZONE = ZoneId.of("Pacific/Kiritimati");
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 3);
    private static final LocalDate LAST = LocalDate.of(2026, 2, 9);

    @Inject
    SentimentService sentiment;

    @Inject
    CommentService comments;

    @Inject
    TrackedFixture things;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Tracking tracking;
    private Owner owner;
    private UUID program;

    private record Told(UUID video, Comment comment) {}

    private record Video(UUID id, UUID creator, boolean counts) {}

    @BeforeEach
    void open() {
        tracking = Tracking.begin(Map.of());
        owner = new Owner(tracking.organization().id(), Mode.LIVE);
        program = UUID.fromString(tracking.project());
        rows.change("update organization set timezone = '%s' where id = '%s'".formatted(ZONE, owner.organizationId()));
    }

    private String campaign() {
        return tracking.post("projects/" + program + "/campaigns", Map.of("name", "Summer"))
                .path("data.id");
    }

    private void put(String campaign, String type, UUID id) {
        tracking.post("campaigns/" + campaign + "/items", Map.of("item_type", type, "item_id", id.toString()))
                .then()
                .statusCode(201);
    }

    private Comment comment(Random random, int number) {
        var at = FIRST.minusDays(3).atStartOfDay(ZONE).toInstant().plus(Duration.ofMinutes(random.nextInt(12 * 1440)));
        return new Comment("c" + number, null, TEXTS.get(random.nextInt(TEXTS.size())), at);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_answer_is_that_of_a_plain_count(long seed) {
        // Given
        var random = new Random(seed);
        var creators = IntStream.range(0, 3)
                .mapToObj(any -> things.creator(owner, program))
                .toList();
        var videos = new ArrayList<Video>();
        for (var number = 0; number < 12; number++) {
            var creator = random.nextInt(4) == 0 ? null : creators.get(random.nextInt(creators.size()));
            var status = STATUSES.get(random.nextInt(STATUSES.size()));
            var video = things.video(owner, program, creator, "INCLUDED");
            videos.add(new Video(
                    id(video),
                    creator == null ? null : id(creator),
                    !Set.of("PENDING_REVIEW", "EXCLUDED").contains(status)));
            var told = IntStream.range(0, 1 + random.nextInt(60))
                    .mapToObj(one -> comment(random, one))
                    .toList();
            comments.record(owner, id(video), told);
            this.told.addAll(told.stream().map(one -> new Told(id(video), one)).toList());
            things.change(video, "tracking_status = '%s'".formatted(status));
        }
        var outer = campaign();
        var inner = campaign();
        put(outer, "campaign", UUID.fromString(inner));
        put(outer, "creator", id(creators.get(0)));
        var single = videos.stream().filter(Video::counts).findFirst().orElseThrow();
        put(inner, "video", single.id());
        var inCampaign = new HashSet<UUID>();
        videos.stream()
                .filter(video -> id(creators.get(0)).equals(video.creator()) || video.equals(single))
                .forEach(video -> inCampaign.add(video.id()));

        // Then
        matches(question(null, null, null), videos, video -> true);
        matches(question(UUID.fromString(outer), null, null), videos, video -> inCampaign.contains(video.id()));
        matches(question(null, id(creators.get(1)), null), videos, video -> id(creators.get(1))
                .equals(video.creator()));
        matches(question(null, null, single.id()), videos, single::equals);
    }

    private final List<Told> told = new ArrayList<>();

    private static UUID id(Subject subject) {
        return UUID.fromString(subject.id());
    }

    private SentimentQuestion question(UUID campaign, UUID creator, UUID video) {
        return new SentimentQuestion(program, campaign, creator, video, FIRST, LAST);
    }

    private interface Asked {
        boolean about(Video video);
    }

    private void matches(SentimentQuestion question, List<Video> videos, Asked asked) {
        var byVideo = new HashMap<UUID, List<Comment>>();
        var about = new HashSet<UUID>();
        videos.stream().filter(Video::counts).filter(asked::about).forEach(video -> about.add(video.id()));
        told.stream()
                .filter(one -> about.contains(one.video()))
                .filter(one -> {
                    var day = LocalDate.ofInstant(one.comment().at(), ZONE);
                    return !day.isBefore(FIRST) && !day.isAfter(LAST);
                })
                .forEach(one -> byVideo.computeIfAbsent(one.video(), any -> new ArrayList<>())
                        .add(one.comment()));
        var all = mood(byVideo.values().stream().flatMap(List::stream).toList());
        var worst = byVideo.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), mood(entry.getValue())))
                .filter(entry ->
                        entry.getValue().analysed() >= 10 && entry.getValue().negativeShare() >= 40)
                .sorted(Comparator.comparing((Map.Entry<UUID, Mood> entry) ->
                                -entry.getValue().negativeShare())
                        .thenComparing(entry -> -entry.getValue().negative())
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();

        var answer = sentiment.answer(owner, question);

        assertThat(answer.all().comments()).isEqualTo(all.comments());
        assertThat(answer.all().analysed()).isEqualTo(all.analysed());
        assertThat(answer.all().positive()).isEqualTo(all.positive());
        assertThat(answer.all().negative()).isEqualTo(all.negative());
        assertThat(answer.all().scores()).isCloseTo(all.scores(), offset(1e-9));
        assertThat(answer.warnings()).extracting(Sentiment.Warning::video).isEqualTo(worst);
    }

    private static Mood mood(List<Comment> some) {
        long analysed = 0;
        long positive = 0;
        long negative = 0;
        double scores = 0;
        for (var comment : some) {
            var score = Score.of(comment.text()).comparative();
            if (score != null) {
                analysed++;
                positive += score > 0 ? 1 : 0;
                negative += score < 0 ? 1 : 0;
                scores += score;
            }
        }
        return new Mood(some.size(), analysed, positive, negative, scores);
    }

    @Test
    void a_comment_that_is_told_again_counts_once_and_as_it_was_told_last() {
        // Given
        var video = id(things.video(owner, program, null, "DIRECT_ADD"));
        var at = FIRST.atStartOfDay(ZONE).toInstant();

        // When
        comments.record(owner, video, List.of(new Comment("1", null, "good", at)));
        comments.record(owner, video, List.of(new Comment("1", "Ann", "bad", at.plusSeconds(1))));

        // Then
        var kept = comments.list(owner, video, 10, null).items();
        assertThat(kept)
                .extracting(ScoredComment::comment)
                .containsExactly(new Comment("1", "Ann", "bad", at.plusSeconds(1)));
        assertThat(sentiment.answer(owner, question(null, null, null)).all()).isEqualTo(new Mood(1, 1, 0, 1, -3));
    }

    @Test
    void pages_are_the_whole_list_in_one_order() {
        // Given
        var video = tracking.video(1);
        var at = FIRST.atStartOfDay(ZONE).toInstant();
        var told = IntStream.range(0, 23)
                .mapToObj(one -> new Comment("c" + one, null, "good", at.plusSeconds(one / 5)))
                .toList();
        comments.record(owner, UUID.fromString(video), told);

        // When
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var page = tracking.get(
                    "videos/%s/comments?limit=4%s".formatted(video, cursor == null ? "" : "&cursor=" + cursor));
            ids.addAll(page.path("data.id"));
            cursor = page.path("meta.nextCursor");
        } while (cursor != null);

        // Then
        assertThat(ids)
                .containsExactlyElementsOf(comments.list(owner, UUID.fromString(video), 100, null).items().stream()
                        .map(one -> one.comment().id())
                        .toList());
        assertThat(ids).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void of_several_who_want_the_last_room_one_gets_it() throws Exception {
        // Given
        var video = tracking.video(1);
        fill(video, CommentService.MOST_OF_VIDEO - 2);
        var turn = new AtomicInteger();

        // When
        var answers = Crowd.of(4, () -> {
            var mine = turn.getAndIncrement();
            return tracking.post(
                            "videos/" + video + "/comments",
                            Map.of(
                                    "comments",
                                    IntStream.range(0, 2)
                                            .mapToObj(one -> Map.of(
                                                    "id",
                                                    "new-" + mine + "-" + one,
                                                    "text",
                                                    "good",
                                                    "at",
                                                    "2026-02-03T12:00:00Z"))
                                            .toList()))
                    .statusCode();
        });

        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(rows.count("select count(*) from video_comment where video_id = '%s'".formatted(video)))
                .isEqualTo(CommentService.MOST_OF_VIDEO);
    }

    private void fill(String video, int count) {
        rows.change("""
                insert into video_comment (video_id, id, organization_id, mode, program_id, body, at, score)
                select id, n, organization_id, mode, program_id, 'good', '2026-02-03T12:00:00Z', 3
                from video cross join generate_series(1, %d) n where id = '%s'""".formatted(count, video));
    }

    @Test
    void what_is_older_than_the_plan_keeps_is_deleted() {
        // Given
        rows.change(
                "update organization set limits = limits || '{\"stats_history_retention_days\": 30}' where id = '%s'"
                        .formatted(owner.organizationId()));
        var video = id(things.video(owner, program, null, "DIRECT_ADD"));
        var now = Instant.parse("2026-06-15T12:00:00Z");
        Api.setClock(now);
        comments.record(
                owner,
                video,
                List.of(
                        new Comment("old", null, "good", now.minus(Duration.ofDays(32))),
                        new Comment(
                                "kept",
                                null,
                                "good",
                                now.minus(Duration.ofDays(32)).plus(Duration.ofMinutes(2)))));

        // When
        fixture.round("old_comments");

        // Then
        assertThat(comments.list(owner, video, 10, null).items())
                .extracting(one -> one.comment().id())
                .containsExactly("kept");
    }

    /** On a plan of 30 days, in the last minute of a day, which is where its first one is the longest ago. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"})
    void the_first_day_that_is_asked_for_by_itself_is_kept_as_a_whole(String place) {
        // Given
        var zone = ZoneId.of(place);
        // In New York one of the days between has 25 hours.
        var today = LocalDate.of(2026, 11, 20);
        Api.setClock(today.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(60));
        rows.change(
                "update organization set timezone = '%s', limits = limits || '{\"stats_history_retention_days\": 30}' where id = '%s'"
                        .formatted(zone, owner.organizationId()));
        var video = id(things.video(owner, program, null, "DIRECT_ADD"));
        var first = today.minusDays(30).atStartOfDay(zone).toInstant();
        comments.record(
                owner,
                video,
                List.of(
                        new Comment("before", null, "good", first.minusSeconds(1)),
                        new Comment("first", null, "good", first),
                        new Comment(
                                "last", null, "good", today.atStartOfDay(zone).toInstant())));
        // When
        fixture.round("old_comments");
        // Then
        assertThat(tracking.get("analytics/sentiment?project_id=" + program).<Integer>path("data.total_comments"))
                .isEqualTo(2);
    }

    @Test
    void days_that_the_plan_does_not_keep_are_refused_as_those_of_figures_are() {
        Api.setClock(Instant.parse("2026-06-15T12:00:00Z"));
        rows.change(
                "update organization set limits = limits || '{\"stats_history_retention_days\": 30}' where id = '%s'"
                        .formatted(owner.organizationId()));
        var question = "analytics/sentiment?project_id=" + program + "&from=";

        tracking.get(question + "2026-05-17").then().statusCode(200);
        tracking.get(question + "2026-05-16")
                .then()
                .statusCode(402)
                .body("error", equalTo("The plan keeps 30 days. Ask from 2026-05-17 on"))
                .body("meta.code", equalTo("retention_exceeded"))
                .body("meta.tier_retention_days", equalTo(30))
                .body("meta.oldest_allowed", equalTo("2026-05-17"));
        tracking.get("analytics/sentiment?from=2020-01-01&project_id=" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @AfterEach
    void present() {
        Api.resetClock();
    }

    @Test
    void comments_go_with_their_video() {
        // Given
        var video = tracking.video(1);
        fill(video, 3);

        // When
        tracking.delete("videos/" + video).then().statusCode(200);

        // Then
        assertThat(rows.count("select count(*) from video_comment where video_id = '%s'".formatted(video)))
                .isZero();
    }
}
