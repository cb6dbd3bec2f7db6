package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentStatus;
import io.groundswell.content.Visual;
import io.groundswell.generation.Illustration;
import io.groundswell.generation.MediaStore;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the product promises of every network: run it for each {@link Publisher}. Items go the way they always go, from
 * the schedule through the publisher's round, and the network's own book says what became of them.
 */
public abstract class PublisherContract {
    protected static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    /** How long a network asks us to wait that has had too many requests. */
    protected static final Duration ASKED = Duration.ofMinutes(10);

    /** What happens to a network, or between it and us. */
    protected enum Trouble {
        /** The next post fails, and is not made. */
        BROKEN,
        /** The next post is too many; another may follow after {@link #ASKED}. */
        LIMITED,
        /** The next post is made, and the answer comes when nobody waits for it any more. */
        SLOW,
        /** The next post is made, and nobody hears of it. */
        DIES_AFTER_ACTING,
        /** The next post is one that the network will never take. */
        REFUSES,
        /** From now on the network takes no picture. */
        REFUSES_MEDIA,
        /** From now on the network takes nothing from this account. */
        REVOKED
    }

    @Inject
    protected ContentFixture fixture;

    @Inject
    protected Clock clock;

    @Inject
    Publishers publishers;

    @Inject
    MediaStore media;

    protected Api.Organization organization;
    protected Owner owner;
    private String mission;

    /** The one that items are for. */
    protected abstract Platform platform();

    /** Opens an account at the network, an empty one, and connects it. */
    protected abstract void connect();

    protected abstract void cause(Trouble trouble);

    /** The network's ids of all posts that the account has, oldest first. */
    protected abstract List<String> book();

    /** After how long an item is tried again whose first try failed. */
    protected Duration recovery() {
        return Duration.ofSeconds(31);
    }

    /** The mode in which items go to this network. */
    protected Mode mode() {
        return Mode.LIVE;
    }

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        fixture.drain("publisher");
        organization = Api.organization();
        owner = new Owner(organization.id(), mode());
        mission = fixture.mission(owner);
        connect();
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    protected String due() {
        return fixture.scheduled(owner, mission, platform(), clock.instant().minusSeconds(60));
    }

    protected void after(Duration time) {
        Api.setClock(clock.instant().plus(time));
        fixture.round("publisher");
    }

    protected void run() {
        after(Duration.ZERO);
    }

    private ContentStatus status(String id) {
        return fixture.get(owner, id).status();
    }

    protected String error(String id) {
        return fixture.get(owner, id).publication().error();
    }

    protected void assertPublishedOnce(String id) {
        assertThat(error(id)).isNull();
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(book()).containsExactly(fixture.get(owner, id).publication().platformPostId());
    }

    protected void assertWaiting(String id) {
        assertThat(status(id)).isEqualTo(ContentStatus.SCHEDULED);
        assertThat(error(id)).isNotBlank();
    }

    protected void assertFailed(String id) {
        assertThat(status(id)).as(error(id)).isEqualTo(ContentStatus.FAILED);
        assertThat(error(id)).isNotBlank();
        assertThat(book()).isEmpty();
    }

    @Test
    void what_is_due_is_out_once_under_the_networks_id_and_address() {
        var id = due();
        run();
        assertPublishedOnce(id);
        assertThat(fixture.get(owner, id).publication().platformUrl()).startsWith("http");
    }

    @Test
    void a_network_that_is_broken_for_a_moment_takes_the_post_later() {
        var id = due();
        cause(Trouble.BROKEN);
        run();
        assertWaiting(id);
        assertThat(book()).isEmpty();
        after(recovery());
        assertPublishedOnce(id);
    }

    @Test
    void a_network_that_had_too_many_requests_is_left_alone_for_as_long_as_it_asks() {
        var id = due();
        cause(Trouble.LIMITED);
        run();
        assertWaiting(id);
        after(ASKED.minusSeconds(30));
        assertThat(book()).isEmpty();
        after(Duration.ofSeconds(31));
        assertPublishedOnce(id);
    }

    @Test
    void a_post_whose_answer_comes_too_late_is_not_made_again() {
        var id = due();
        cause(Trouble.SLOW);
        run();
        assertWaiting(id);
        after(Duration.ofSeconds(31));
        assertPublishedOnce(id);
    }

    @Test
    void a_post_whose_answer_never_comes_is_not_made_again() {
        var id = due();
        cause(Trouble.DIES_AFTER_ACTING);
        run();
        assertWaiting(id);
        after(Duration.ofSeconds(31));
        assertPublishedOnce(id);
    }

    @Test
    void nor_is_it_after_hours() {
        var id = due();
        cause(Trouble.DIES_AFTER_ACTING);
        run();
        after(Duration.ofHours(5));
        assertPublishedOnce(id);
    }

    @Test
    void a_last_try_without_an_answer_is_looked_up_at_once() {
        var id = due();
        fixture.set(id, "publish_attempts = 4, publish_tried = true");
        cause(Trouble.DIES_AFTER_ACTING);
        run();
        assertPublishedOnce(id);
    }

    @Test
    void a_post_made_by_a_publisher_that_was_lost_is_found() {
        // Given
        var id = due();
        publishers
                .of(owner, platform())
                .orElseThrow()
                .publish(Edition.of(fixture.get(owner, id)).post());
        fixture.set(
                id,
                "publish_claim = 'lost', publish_tried = true, publish_attempts = 1, publish_due_at = '"
                        + clock.instant().plusSeconds(600) + "'");
        // When
        after(Duration.ofSeconds(601));
        // Then
        assertPublishedOnce(id);
    }

    @Test
    void a_post_with_the_same_words_is_another_post() {
        // Given
        var first = due();
        run();
        var second = due();
        cause(Trouble.BROKEN);
        run();
        assertWaiting(second);
        // When
        after(recovery());
        // Then
        assertThat(book())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .containsExactly(
                        fixture.get(owner, first).publication().platformPostId(),
                        fixture.get(owner, second).publication().platformPostId());
    }

    @Test
    void a_post_with_the_words_of_one_that_was_archived_is_another_post() {
        var first = due();
        run();
        fixture.set(first, "status = 'ARCHIVED'");
        var second = due();
        cause(Trouble.BROKEN);
        run();
        assertWaiting(second);
        after(recovery());
        assertThat(book()).hasSize(2).doesNotHaveDuplicates();
        assertThat(fixture.get(owner, second).publication().platformPostId()).isEqualTo(book().get(1));
    }

    @Test
    void what_the_network_will_never_take_fails_and_says_why() {
        var id = due();
        cause(Trouble.REFUSES);
        run();
        assertFailed(id);
    }

    @Test
    void what_is_cancelled_never_gets_there() {
        var id = fixture.scheduled(owner, mission, platform(), NOW.plusSeconds(600));
        cancel(id);
        after(Duration.ofSeconds(601));
        assertThat(book()).isEmpty();
        assertThat(status(id)).isEqualTo(ContentStatus.APPROVED);
    }

    @Test
    void what_is_cancelled_between_two_tries_is_not_tried_again() {
        var id = due();
        cause(Trouble.BROKEN);
        run();
        cancel(id);
        after(recovery());
        fixture.drain("metricool_withdrawals");
        assertThat(book()).isEmpty();
        assertThat(status(id)).isEqualTo(ContentStatus.APPROVED);
    }

    @Test
    void what_is_cancelled_in_doubt_and_wanted_after_all_is_out_once() {
        // Given
        var id = due();
        cause(Trouble.DIES_AFTER_ACTING);
        run();
        cancel(id);
        after(recovery());
        // When, unless the network told of it already
        fixture.drain("metricool_withdrawals");
        if (status(id) == ContentStatus.APPROVED) {
            as(key()).body(Map.of("content_id", id)).post("/v1/publish").then().statusCode(200);
        }
        // Then
        assertPublishedOnce(id);
    }

    private void cancel(String id) {
        assertThat(as(key()).delete("/v1/publish/" + id).statusCode()).isEqualTo(200);
    }

    private String key() {
        return mode() == Mode.LIVE ? organization.live() : organization.test();
    }

    @Test
    void a_post_goes_out_with_its_picture() {
        var id = withPicture(due());
        run();
        assertPublishedOnce(id);
    }

    @Test
    void nothing_goes_out_without_the_picture_that_the_network_refuses() {
        var id = withPicture(due());
        cause(Trouble.REFUSES_MEDIA);
        run();
        assertFailed(id);
    }

    @Test
    void nothing_goes_out_once_the_token_is_revoked() {
        var id = due();
        cause(Trouble.REVOKED);
        run();
        assertFailed(id);
    }

    protected String withPicture(String id) {
        return withPicture(
                id, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0, -1}, new Visual.Dimensions(1200, 675));
    }

    protected String withPicture(String id, byte[] png, Visual.Dimensions size) {
        var drawn = new Illustration(
                Visual.Type.IMAGE, "png", size, png, new byte[] {1}, "A chart that climbs – steadily", null, 1);
        var placed = media.place(List.of(drawn));
        QuarkusTransaction.requiringNew().run(() -> media.store(owner, id, placed));
        fixture.set(id, """
                visuals = '[{"type":"IMAGE","url":"%s","alt_text":"A chart that climbs – steadily","format":"png",
                "dimensions":{"width":%d,"height":%d},"position":1}]'""".formatted(placed.get(0).visual().url(), size.width(), size.height()));
        return id;
    }
}
