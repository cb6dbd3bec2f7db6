package io.groundswell.generation.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.Copy;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Typeface FACE = Typeface.load("Inter-Regular.otf");

    @Test
    void a_series_goes_from_the_headline_through_the_lines_to_the_call_to_action() {
        // Given
        Copy copy = Briefs.copy("Brew better", "Three habits", "- Grind: fresh each time\n\n**Weigh** it\n", "Try one");
        // When
        List<Card> cards = script(copy).series();
        // Then
        assertThat(cards)
                .containsExactly(
                        card(Card.Kind.COVER, "Brew better", "Three habits", 1),
                        card(Card.Kind.INNER, "Grind", "fresh each time", 2),
                        card(Card.Kind.INNER, "Weigh it", "", 3),
                        card(Card.Kind.CLOSING, "Try one", "", 4));
    }

    private static Card card(Card.Kind kind, String headline, String support, int position) {
        return new Card(kind, "Harbor & Pine Coffee", headline, support, position, 4);
    }

    @Test
    void a_body_of_one_paragraph_is_told_sentence_by_sentence() {
        // When
        List<Card> cards = script(Briefs.copy("Title", null, "First. Second! Third?", null))
                .series();
        // Then
        assertThat(cards)
                .extracting(Card::headline)
                .containsExactly("Title", "First.", "Second!", "Third?", "Harbor & Pine Coffee");
    }

    @Test
    void a_thread_without_a_headline_shows_its_first_part() {
        // Given
        Copy copy = new Copy(
                null, null, null, null, null, null, null, null, List.of("Why wait?", "Start now."), null, null, null);
        // When
        Card title = script(copy).title();
        // Then
        assertThat(title.headline()).isEqualTo("Why wait?");
        assertThat(title.support()).isEqualTo("Start now.");
    }

    private static Script script(Copy copy) {
        return new Script(Briefs.of(Platform.TWITTER, ContentType.THREAD, copy), FACE);
    }
}
