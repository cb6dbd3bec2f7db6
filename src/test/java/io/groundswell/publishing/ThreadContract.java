package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.content.ContentStatus;
import io.groundswell.testing.LostKey;
import io.groundswell.testing.NetworkServer;
import io.groundswell.testing.NetworkServer.Fault;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the product promises of every network that takes threads besides: each part once, in reply to the one before. */
public abstract class ThreadContract extends PublisherContract {
    private static final int PARTS = 3;

    @Inject
    AgroalDataSource database;

    @Inject
    LostKey key;

    /** The network's server, fresh for each test. */
    protected abstract NetworkServer server();

    /** From now on it takes nothing from the account. */
    protected abstract void revoke();

    /** The network counts 12 likes, 5 shares and 3 comments of the post. */
    protected abstract void count(String post);

    /** Whoever wrote the post takes it back. */
    protected abstract void delete(String post);

    @Override
    protected void cause(Trouble trouble) {
        switch (trouble) {
            case BROKEN -> server().cause(Fault.BROKEN);
            case LIMITED -> server().limit(ASKED);
            case SLOW -> server().cause(Fault.SLOW);
            case DIES_AFTER_ACTING -> server().cause(Fault.DIES_AFTER_ACTING);
            case REFUSES -> server().cause(Fault.REFUSES);
            case REFUSES_MEDIA -> server().refuseMedia(true);
            case REVOKED -> revoke();
        }
    }

    @AfterEach
    void close() {
        key.giveBack();
        server().close();
    }

    /** The network takes so many posts more, and is broken for the one after them. */
    private void breakOffAfter(int parts) {
        for (var part = 0; part < parts; part++) {
            server().cause(Fault.NONE);
        }
        server().cause(Fault.BROKEN);
    }

    /** For each post in the book, the id of the one that it replies to, or null. */
    protected abstract List<String> repliedTo();

    @Test
    void a_post_waits_while_this_server_lacks_the_key_of_the_token() {
        // Given
        key.lose();
        var id = due();
        // When
        run();
        after(recovery());
        // Then
        assertWaiting(id);
        assertThat(error(id)).contains("Connect it again");
        assertThat(statusOfAccount()).isEqualTo("degraded");
        // When
        key.giveBack();
        after(Duration.ofMinutes(2));
        // Then
        assertPublishedOnce(id);
        assertThat(statusOfAccount()).isEqualTo("healthy");
    }

    private String statusOfAccount() {
        return as(organization.live()).get("/v1/connect/status").path("integrations." + platform() + ".status");
    }

    private String dueThread() {
        var id = due();
        fixture.set(id, """
                type = 'THREAD', copy = '{"thread_parts":["1/ One","2/ Two","3/ Three"],"hashtags":["#API"]}'""");
        return id;
    }

    private void assertWhole(String id) {
        assertThat(error(id)).isNull();
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(book()).hasSize(PARTS);
        assertThat(fixture.get(owner, id).publication().platformPostId()).isEqualTo(book().get(0));
        var before = new ArrayList<String>();
        before.add(null);
        before.addAll(book().subList(0, PARTS - 1));
        assertThat(repliedTo()).isEqualTo(before);
    }

    @Test
    void a_thread_is_a_chain_of_replies() {
        var id = dueThread();
        run();
        assertWhole(id);
    }

    @Test
    void a_thread_with_the_words_of_one_that_was_archived_goes_out_as_well() {
        var first = dueThread();
        run();
        fixture.set(first, "status = 'ARCHIVED'");
        var second = dueThread();
        run();
        assertThat(fixture.get(owner, second).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(book()).hasSize(2 * PARTS).doesNotHaveDuplicates();
        assertThat(fixture.get(owner, second).publication().platformPostId()).isEqualTo(book().get(PARTS));
    }

    @Test
    void a_thread_that_broke_off_is_continued() {
        for (var parts = 0; parts < PARTS; parts++) {
            var before = book().size();
            var id = dueThread();
            breakOffAfter(parts);
            run();
            assertWaiting(id);
            assertThat(book()).hasSize(before + parts);
            after(Duration.ofSeconds(31));
            assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.PUBLISHED);
            assertThat(book()).hasSize(before + PARTS).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_thread_that_broke_off_is_continued_after_hours() {
        var id = dueThread();
        breakOffAfter(2);
        run();
        after(Duration.ofHours(5));
        assertWhole(id);
    }

    @Test
    void a_thread_whose_last_answer_is_lost_is_found() {
        var id = dueThread();
        breakOffAfter(1);
        run();
        cause(Trouble.DIES_AFTER_ACTING);
        after(Duration.ofSeconds(31));
        after(Duration.ofHours(2));
        assertWhole(id);
    }

    @Test
    void what_the_network_counts_is_measured_until_the_post_is_deleted() {
        // Given
        var id = due();
        run();
        count(book().get(0));
        // When
        after(Duration.ofHours(1));
        fixture.drain("metrics");
        // Then
        assertThat(fixture.count("metric_subject where likes = 12 and shares = 5 and comments = 3"
                        + " and subject_id = '" + id + "'"))
                .isEqualTo(1);
        // When
        delete(book().get(0));
        after(Duration.ofHours(1));
        fixture.drain("metrics");
        // Then
        assertThat(fixture.count("post_watch where content_id = '" + id + "'")).isZero();
    }
}
