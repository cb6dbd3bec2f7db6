package io.groundswell.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.creator.CreatorEvent;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class TrackedEventsTest {
    /** Writes down what it is told. */
    @ApplicationScoped
    static class Follower {
        private final List<String> told = new CopyOnWriteArrayList<>();

        void follow(@Observes CreatorEvent event) {
            if (event instanceof CreatorEvent.Renamed renamed) {
                told.add(renamed.creatorId() + " " + renamed.was() + " " + renamed.handle());
            } else if (event instanceof CreatorEvent.ReadmeChanged noted) {
                told.add(noted.creatorId() + " " + noted.readme());
            }
        }

        void follow(@Observes VideoEvent.ReadmeChanged noted) {
            told.add(noted.videoId() + " " + noted.readme());
        }

        List<String> about(String id) {
            return told.stream()
                    .filter(line -> line.startsWith(id))
                    .map(line -> line.substring(id.length() + 1))
                    .toList();
        }
    }

    @Inject
    Follower follower;

    @Test
    void followers_are_told_of_other_handles_and_other_notes_and_of_nothing_else() {
        // Given
        var tracking = Tracking.begin(Map.of());
        var creator = tracking.creator("before");
        var video = tracking.video(1);
        var without = new HashMap<String, Object>();
        without.put("readme", null);
        // When
        for (var thing : List.of("creators/" + creator, "videos/" + video)) {
            tracking.patch(thing, Map.of("readme", "Shy"));
            tracking.patch(thing, Map.of("readme", "Shy", "metadata", Map.of("a", 1)));
            tracking.patch(thing, without);
        }
        tracking.patch("creators/" + creator, Map.of("tiktok_handle", "after", "display_name", "After"));
        tracking.patch("creators/" + creator, Map.of("tiktok_handle", "not a handle", "readme", "not stored"));
        tracking.patch("videos/" + video, Map.of("tracking_status", "excluded"));
        // Then
        assertThat(follower.about(creator)).containsExactly("Shy", "null", "before after");
        assertThat(follower.about(video)).containsExactly("Shy", "null");
    }
}
