package io.groundswell.pipeline;

import io.groundswell.content.Content;
import io.groundswell.content.ContentStatus;
import io.groundswell.content.Copy;
import io.groundswell.content.PlatformLimits;
import io.groundswell.generation.BrandService;
import io.groundswell.generation.IllustrationBrief;
import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Mission;
import io.groundswell.mission.Platform;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells writers what to write. */
@ApplicationScoped
class Briefs {
    private final BrandService brands;
    private final PlatformLimits limits;

    Briefs(BrandService brands, PlatformLimits limits) {
        this.brands = brands;
        this.limits = limits;
    }

    /** The first writing of an item, as its cycle was meant; {@code run} counts the restarts of its job. */
    WritingBrief first(Mission mission, Direction direction, CalendarSlot slot, int run, int attempt) {
        var about =
                new About(slot.contentId(), slot.number(), slot.pillar(), slot.topic(), slot.platform(), slot.type());
        var reference = "%s:write:%d:%d".formatted(slot.contentId(), run, attempt);
        return brief(mission, direction, about, reference, attempt, null);
    }

    /**
     * The rewriting of an item, as its mission is meant now; {@code job} is the rewrite's own. No two attempts at an item
     * share a version.
     */
    WritingBrief again(Mission mission, Content content, int number, RewriteJob job, int attempt) {
        var about = new About(
                content.id(),
                number,
                content.metadata().pillar(),
                content.metadata().topic(),
                content.platform(),
                content.type());
        var reference = "%s:write:%s:%d".formatted(content.id(), job.id(), attempt);
        var writings = content.status() == ContentStatus.REJECTED ? content.version() : content.version() - 1;
        return brief(
                mission,
                Direction.of(mission),
                about,
                reference,
                writings * ItemMaker.ATTEMPTS + attempt,
                job.feedback());
    }

    /** The pictures for what was written to the brief. */
    static IllustrationBrief illustration(WritingBrief writing, Copy copy) {
        return new IllustrationBrief(
                writing.reference().replace(":write:", ":draw:"),
                writing.contentId(),
                writing.version(),
                writing.platform(),
                writing.type(),
                copy,
                writing.brand());
    }

    private record About(
            String contentId, int number, String pillar, String topic, Platform platform, ContentType type) {}

    private WritingBrief brief(
            Mission mission, Direction direction, About about, String reference, int version, String feedback) {
        var constraints = direction.constraints();
        return new WritingBrief(
                reference,
                about.contentId(),
                about.number(),
                version,
                mission.name(),
                direction.objectives(),
                brands.brandOf(mission.owner()),
                constraints.tone(),
                about.pillar(),
                about.topic(),
                about.platform(),
                about.type(),
                limits.maxCharacters(about.platform()),
                constraints.excludedTopics(),
                constraints.includeCodeSnippets(),
                constraints.linkTo(),
                feedback);
    }
}
