package io.groundswell.publishing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Post;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SandboxPublisherTest {
    @Inject
    SandboxPublisher sandbox;

    @Inject
    ContentFixture fixture;

    @Test
    void a_repeat_gets_the_first_posts_ids() {
        var post = post(PublicId.next("cnt") + ":1");
        var first = sandbox.publish(post);
        assertThat(sandbox.publish(post)).isEqualTo(first);
        assertThat(fixture.count("sandbox_post where reference = '" + post.reference() + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_reference_has_the_same_ids_on_every_server() {
        assertThat(sandbox.publish(post("cnt_known:1")).url())
                .isEqualTo("https://sandbox.invalid/linkedin/4312020644362118");
    }

    @Test
    void what_was_published_is_found_again() {
        var post = post(PublicId.next("cnt") + ":2");
        assertThat(sandbox.find(post)).isEmpty();
        var published = sandbox.publish(post);
        assertThat(sandbox.find(post)).contains(published);
    }

    @Test
    void live_content_comes_here_only_where_the_server_says_so() {
        var live = new Owner("tnt_1", Mode.LIVE);
        assertThat(on(true).account(live, Platform.TWITTER)).contains("sandbox");
        assertThat(on(false).account(live, Platform.TWITTER)).isEmpty();
    }

    private static SandboxPublisher on(boolean live) {
        return new SandboxPublisher(null, () -> live, new SandboxFaults(), Clock.systemUTC());
    }

    private static Post post(String reference) {
        var owner = new Owner(Api.organization().id(), Mode.TEST);
        return new Post(reference, owner, Platform.LINKEDIN, ContentType.POST, null, List.of(), null);
    }
}
