package io.groundswell.content.flat;

import io.groundswell.content.Content;
import io.groundswell.content.Copy;
import io.groundswell.content.LinkReview;
import io.groundswell.content.PlatformLimits;
import io.groundswell.content.Preview;
import io.groundswell.content.Visual;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the review page shows of an item.
 *
 * @param notice what the reader must know first, or null
 * @param note what they have typed so far
 */
record ItemPage(
        String organization,
        String reviewer,
        String campaign,
        String platform,
        String type,
        String language,
        String time,
        String headline,
        String link,
        int version,
        List<Part> parts,
        Copy.Poll poll,
        String firstComment,
        List<String> variations,
        List<Picture> visuals,
        String until,
        String notice,
        String note) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

    /** @param count in words */
    record Part(int index, String text, String count, boolean tooLong) {
        static Part of(int index, String text, int count, int max) {
            if (max == PlatformLimits.UNLIMITED) {
                return new Part(index, text, "%,d characters".formatted(count), false);
            }
            var tooLong = count > max;
            var words = "%,d of %,d characters%s".formatted(count, max, tooLong ? ": too long" : "");
            return new Part(index, text, words, tooLong);
        }
    }

    /** @param ours whether this server has it; a page shows nothing that lies elsewhere */
    record Picture(String url, boolean ours, boolean video, String description) {
        static Picture of(Visual visual, String publicUrl) {
            return new Picture(
                    visual.url(),
                    visual.url().startsWith(publicUrl + "/"),
                    visual.type() == Visual.Type.VIDEO,
                    visual.altText());
        }
    }

    static ItemPage of(
            LinkReview.Opened opened, Preview.Shown shown, String link, String publicUrl, String notice, String note) {
        var content = opened.content();
        var copy = content.copy();
        var texts = shown.rendering().parts();
        return new ItemPage(
                opened.organization(),
                opened.link().reviewer(),
                content.metadata().campaign(),
                content.platform().toString(),
                content.type().toString(),
                content.metadata().language(),
                time(content),
                copy.headline(),
                link,
                content.version(),
                IntStream.range(0, texts.size())
                        .mapToObj(at -> {
                            var count = PlatformLimits.length(content.platform(), texts.get(at));
                            return Part.of(at + 1, texts.get(at), count, shown.maxCharacters());
                        })
                        .toList(),
                copy.poll(),
                copy.firstComment(),
                copy.variations().stream().map(Copy.Variation::primary).toList(),
                content.visuals().stream()
                        .map(visual -> Picture.of(visual, publicUrl))
                        .toList(),
                in(opened.link().expiresAt(), content),
                notice,
                note);
    }

    private static String time(Content content) {
        var scheduling = content.scheduling();
        var moment = scheduling.scheduled() == null ? scheduling.planned() : scheduling.scheduled();
        return moment == null ? "no time is set" : in(moment.at(), content);
    }

    private static String in(Instant instant, Content content) {
        var zone = content.scheduling().timezone();
        return "%s (%s)".formatted(TIME.withZone(ZoneId.of(zone)).format(instant), zone);
    }
}
