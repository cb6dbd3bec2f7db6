package io.groundswell.content;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import io.groundswell.text.Blank;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What a platform, and the server itself, demands of an item; every fault is found at once. */
@ApplicationScoped
public class ContentRules {
    private static final int MIN_THREAD_PARTS = 2;

    private final PlatformLimits limits;

    ContentRules(PlatformLimits limits) {
        this.limits = limits;
    }

    /** Refuses what the platform would not take. */
    public void require(Platform platform, ContentType type, Copy copy, List<Visual> visuals) {
        Refusal.throwIfAny(Refusal.Input.IMPOSSIBLE_INPUT, violations(platform, type, copy, visuals));
    }

    /** Empty when the platform would take the item. */
    public List<Violation> violations(Platform platform, ContentType type, Copy copy, List<Visual> visuals) {
        var violations = new ArrayList<Violation>();
        if (!type.fits(platform)) {
            violations.add(new Violation("type", "%s takes no %s".formatted(platform, type)));
        }
        switch (type) {
            case THREAD -> checkThread(copy, violations);
            case POLL -> checkPoll(copy.poll(), violations);
            case CAROUSEL, REEL, STORY, VIDEO -> violations.addAll(VisualRules.violations(type, visuals));
            case POST, ARTICLE -> {}
        }
        checkText(platform, type, copy, violations);
        ItemSize.fault(copy, visuals).ifPresent(violations::add);
        checkVariations(platform, type, copy, violations);
        return violations;
    }

    /** Whether readers see the call to action and the hashtags, which a thread without room for them leaves out. */
    public boolean closingFits(Platform platform, ContentType type, Copy copy) {
        return Rendering.of(platform, type, copy, limits).closingFits();
    }

    private static void checkThread(Copy copy, List<Violation> violations) {
        if (copy.threadParts().size() < MIN_THREAD_PARTS) {
            violations.add(new Violation("copy.thread_parts", "A thread has at least 2 parts"));
        }
    }

    private static void checkPoll(Copy.Poll poll, List<Violation> violations) {
        if (poll == null || poll.question() == null || Blank.is(poll.question())) {
            violations.add(new Violation("copy.poll", "A poll has a question"));
        } else if (poll.options().size() < 2 || poll.options().size() > 4) {
            violations.add(new Violation("copy.poll.options", "A poll has 2 to 4 options"));
        }
    }

    private void checkText(Platform platform, ContentType type, Copy copy, List<Violation> violations) {
        var param = type == ContentType.THREAD ? "copy.thread_parts" : "copy.primary";
        var rendering = Rendering.of(platform, type, copy, limits);
        var needsText = type == ContentType.POST || type == ContentType.ARTICLE;
        if (needsText && Blank.is(rendering.text())) {
            violations.add(new Violation(param, "An item of type %s needs a text".formatted(type)));
        }
        var allowed = limits.maxCharacters(platform);
        rendering.parts().stream()
                .map(part -> PlatformLimits.length(platform, part))
                .filter(length -> length > allowed)
                .map(length ->
                        new Violation(param, "%d characters, where %s takes %d".formatted(length, platform, allowed)))
                .findFirst()
                .ifPresent(violations::add);
        var most = limits.maxHashtags(platform);
        if (copy.hashtags().size() > most || rendering.hashtags() > most) {
            violations.add(new Violation("copy.hashtags", "%s takes %d hashtags".formatted(platform, most)));
        }
    }

    private void checkVariations(Platform platform, ContentType type, Copy copy, List<Violation> violations) {
        if (type == ContentType.THREAD && !copy.variations().isEmpty()) {
            violations.add(new Violation("copy.variations", "A thread has no variations"));
            return;
        }
        var allowed = limits.maxCharacters(platform);
        for (var at = 0; at < copy.variations().size(); at++) {
            var wording = copy.withPrimary(copy.variations().get(at).primary());
            var length = PlatformLimits.length(
                    platform, Rendering.of(platform, type, wording, limits).text());
            if (length > allowed) {
                violations.add(new Violation(
                        "copy.variations[" + at + "].primary",
                        "%d characters, where %s takes %d".formatted(length, platform, allowed)));
            }
        }
    }
}
