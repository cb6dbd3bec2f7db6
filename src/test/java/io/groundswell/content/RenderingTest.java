package io.groundswell.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenderingTest {
    private static final PlatformLimits LIMITS = SomeLimits.usual();

    @Test
    void a_post_ends_with_the_call_to_action_and_the_hashtags() {
        var rendering = post(SomeCopy.of("Hello", "Read more", List.of("#API", "#Go")));
        assertThat(rendering.text()).isEqualTo("Hello\n\nRead more #API #Go");
    }

    @Test
    void a_post_without_either_is_its_text() {
        assertThat(post(SomeCopy.of("Hello")).text()).isEqualTo("Hello");
    }

    @Test
    void a_thread_carries_them_in_its_last_part() {
        var rendering = thread(SomeCopy.thread("Read more", List.of("#API"), "1/ One", "2/ Two"));
        assertThat(rendering.parts()).containsExactly("1/ One", "2/ Two\n\nRead more #API");
        assertThat(rendering.closingFits()).isTrue();
    }

    @Test
    void a_thread_leaves_out_what_does_not_fit_into_its_last_part() {
        var full = "x".repeat(275);
        var rendering = thread(SomeCopy.thread("Read more", List.of(), "1/ One", full));
        assertThat(rendering.parts()).containsExactly("1/ One", full);
        assertThat(rendering.closingFits()).isFalse();
    }

    @Test
    void an_excerpt_never_cuts_a_character_in_half() {
        assertThat(post(SomeCopy.of("a😀😀😀")).excerpt(3)).isEqualTo("a😀😀");
    }

    private static Rendering post(Copy copy) {
        return Rendering.of(Platform.TWITTER, ContentType.POST, copy, LIMITS);
    }

    private static Rendering thread(Copy copy) {
        return Rendering.of(Platform.TWITTER, ContentType.THREAD, copy, LIMITS);
    }
}
