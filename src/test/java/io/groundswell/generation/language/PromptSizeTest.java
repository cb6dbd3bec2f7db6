package io.groundswell.generation.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.ContentType;
import org.junit.jupiter.api.Test;

/** Prompts do not grow without end, whatever a brand has to say. */
class PromptSizeTest {
    private final Prompts prompts = new Prompts();

    @Test
    void a_text_is_cut_where_it_is_longer_than_a_model_needs() {
        // When
        var question = prompts.write(PromptFrameProperties.writing("long text ".repeat(5_000), ContentType.ARTICLE));
        // Then
        assertThat(question.user().length()).isLessThan(40_000);
        assertThat(question.user()).contains("…</description>");
    }

    @Test
    void a_short_mission_makes_a_short_prompt() {
        // When
        var question = prompts.write(PromptFrameProperties.writing("short", ContentType.POST));
        // Then
        assertThat(question.mostTokens()).isBetween(3_000L, 8_000L);
    }
}
