package io.groundswell.generation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.Copy;
import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the writer writes, to be read by people. After a change of words, copy target/gallery.txt over gallery.txt. */
class GalleryTest {
    private static final List<String> TONES =
            List.of("neutral", "professional", "casual", "playful", "bold", "educational", "inspirational");

    @Test
    void the_gallery_shows_what_is_written_today() throws IOException {
        // Given
        Path kept = Path.of("src/test/resources/io/groundswell/generation/sandbox/gallery.txt");
        // When
        String today = gallery();
        Files.writeString(Path.of("target/gallery.txt"), today);
        // Then
        assertThat(today).isEqualTo(Files.readString(kept));
    }

    private static String gallery() {
        List<String> drafts = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            for (ContentType type : ContentType.values()) {
                if (type.fits(platform)) {
                    String tone = TONES.get(drafts.size() % TONES.size());
                    drafts.add(show(Briefs.of(platform, type).tone(tone).number(drafts.size())));
                }
            }
        }
        return String.join("\n", drafts);
    }

    private static String show(WritingBrief brief) {
        Copy copy = new SandboxWriter().write(brief).copy();
        String body = copy.headline() == null ? null : copy.headline() + "\n" + copy.body();
        String poll = copy.poll() == null
                ? null
                : copy.poll().question() + " " + copy.poll().options();
        String title = "== " + brief.platform() + " " + brief.type() + ", " + brief.tone();
        return Text.join("\n\n", title, body, String.join("\n\n", Briefs.rendered(copy)), poll) + "\n";
    }
}
