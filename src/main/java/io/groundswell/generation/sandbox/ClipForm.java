package io.groundswell.generation.sandbox;

import io.groundswell.content.Copy;
import java.util.ArrayList;
import java.util.List;

/** A reel or video: a short caption, a headline, and in the body the script, one beat a line. */
final class ClipForm implements Form {

    @Override
    public Copy write(Material material) {
        Caption caption = Caption.of(material);
        String headline = caption.headline(material);
        Talk talk = new Talk(material, caption.pick());
        List<String> beats = new ArrayList<>(List.of(caption.pick().hook()));
        talk.acts(3 + material.spin("beats") % 2).forEach(step -> beats.add(step + "."));
        beats.add(caption.pick().point());
        beats.add(talk.close(60));
        beats.removeIf(String::isEmpty);
        return new Copy(
                caption.text(),
                headline,
                caption.pick().hook(),
                String.join("\n", beats),
                caption.ending().cta(),
                caption.ending().hashtags(),
                null,
                material.allowed("Short video: " + headline),
                null,
                null,
                null,
                null);
    }
}
