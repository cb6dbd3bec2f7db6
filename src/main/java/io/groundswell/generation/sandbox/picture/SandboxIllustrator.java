package io.groundswell.generation.sandbox.picture;

import io.groundswell.content.Visual;
import io.groundswell.generation.Illustration;
import io.groundswell.generation.IllustrationBrief;
import io.groundswell.generation.Illustrator;
import io.groundswell.generation.Usage;
import io.groundswell.mission.ContentType;
import io.groundswell.text.Blank;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Renders typographic cards as PNG and silent MP4 on this machine. The same content id and version give the same bytes.
 * A picture costs 4 cents and a video 10, so that budgets can be tried without a paid provider; a poll has no visual.
 */
public class SandboxIllustrator implements Illustrator {
    private static final String PROVIDER = "sandbox";
    private static final String MODEL = "sandbox-illustrator-1";
    private static final long PICTURE_CENTS = 4;
    private static final long VIDEO_CENTS = 10;

    private static final int LEAST_VIDEO_SECONDS = 15;
    private static final int LEAST_SCENE_SECONDS = 3;
    private static final int THUMBNAIL_SHARE = 4;

    private final Typeface bold = Typeface.load("InterDisplay-Bold.otf");
    private final CardPainter painter = new CardPainter(bold, Typeface.load("Inter-Regular.otf"));

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public long estimateCents(IllustrationBrief brief) {
        return isVideo(brief) ? VIDEO_CENTS : PICTURE_CENTS * cards(brief).size();
    }

    @Override
    public Gallery illustrate(IllustrationBrief brief) {
        List<Card> cards = cards(brief);
        List<Illustration> visuals = isVideo(brief)
                ? List.of(video(brief, cards))
                : cards.stream().map(card -> picture(brief, card)).toList();
        Usage usage = new Usage(PROVIDER, Usage.Kind.IMAGE, MODEL, 0, visuals.size(), estimateCents(brief));
        return new Gallery(visuals, usage);
    }

    private static boolean isVideo(IllustrationBrief brief) {
        return brief.type() == ContentType.REEL || brief.type() == ContentType.VIDEO;
    }

    private List<Card> cards(IllustrationBrief brief) {
        Script script = new Script(brief, bold);
        return switch (brief.type()) {
            case POLL -> List.of();
            case CAROUSEL, REEL, VIDEO -> script.series();
            case POST, THREAD, STORY, ARTICLE -> List.of(script.title());
        };
    }

    private Illustration picture(IllustrationBrief brief, Card card) {
        Format format = Format.of(brief.platform(), brief.type());
        Raster raster = paint(brief, card, format);
        return new Illustration(
                card.count() == 1 ? Visual.Type.IMAGE : Visual.Type.CAROUSEL_SLIDE,
                "png",
                format.dimensions(),
                Png.encode(raster),
                Png.encode(raster.shrink(THUMBNAIL_SHARE)),
                altText(brief, card),
                null,
                card.position());
    }

    private Illustration video(IllustrationBrief brief, List<Card> cards) {
        Format format = Format.of(brief.platform(), brief.type());
        List<Raster> scenes =
                cards.stream().map(card -> paint(brief, card, format)).toList();
        int sceneSeconds = Math.max(LEAST_SCENE_SECONDS, (LEAST_VIDEO_SECONDS + cards.size() - 1) / cards.size());
        return new Illustration(
                Visual.Type.VIDEO,
                "mp4",
                format.dimensions(),
                Film.encode(scenes, sceneSeconds),
                Png.encode(scenes.get(0).shrink(THUMBNAIL_SHARE)),
                altText(brief, cards.get(0)),
                sceneSeconds * cards.size(),
                1);
    }

    private Raster paint(IllustrationBrief brief, Card card, Format format) {
        // Random's first numbers are much alike for neighbouring seeds, so the bits are spread first.
        long seed = (31L * Objects.toString(brief.contentId(), "").hashCode() + brief.version()) * 0x9E3779B97F4A7C15L;
        List<String> colors = brief.brand() == null ? List.of() : brief.brand().colors();
        Palette palette = Palette.of(colors, new Random(seed));
        return painter.paint(card, format, palette, new Random(seed + 7919L * card.position()));
    }

    /** The writer's words describe the first visual only; every other slide describes itself. */
    private static String altText(IllustrationBrief brief, Card card) {
        String given = brief.copy() == null ? null : brief.copy().altText();
        return given == null || Blank.is(given) || card.position() > 1 ? card.altText() : given;
    }
}
