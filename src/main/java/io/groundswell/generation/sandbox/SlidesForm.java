package io.groundswell.generation.sandbox;

import io.groundswell.content.Copy;
import java.util.ArrayList;
import java.util.List;

/** A carousel: the caption, and in the body one line for each of 4 to 6 slides, the cover first. */
final class SlidesForm implements Form {

    @Override
    public Copy write(Material material) {
        Caption caption = Caption.of(material);
        String headline = caption.headline(material);
        Talk talk = new Talk(material, caption.pick());
        List<String> slides = new ArrayList<>(List.of(headline));
        slides.addAll(talk.acts(3 + material.spin("slides") % 2));
        String close = talk.close(60);
        slides.add(close.isEmpty() ? caption.pick().hook() : close);
        talk.points(0, 4).stream().limit(Math.max(0, 4 - slides.size())).forEach(slides::add);
        return new Copy(
                caption.text(),
                headline,
                caption.pick().hook(),
                String.join("\n", slides),
                caption.ending().cta(),
                caption.ending().hashtags(),
                null,
                // Without their number: whoever draws the slides may add one that closes.
                material.allowed("Carousel: " + headline),
                null,
                null,
                null,
                null);
    }
}
