package io.groundswell.content;

import io.groundswell.mission.ContentType;
import io.groundswell.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Shows an item as it will look, and what is wrong with it. */
@ApplicationScoped
public class Preview {
    private final ContentRules rules;
    private final PlatformLimits limits;

    Preview(ContentRules rules, PlatformLimits limits) {
        this.rules = rules;
        this.limits = limits;
    }

    /** @param maxCharacters {@link PlatformLimits#UNLIMITED} where the platform sets no limit */
    public record Shown(Rendering rendering, int maxCharacters, boolean valid, List<Warning> warnings) {}

    /** Something to look at; {@code code} is stable. */
    public record Warning(String code, String message) {}

    public Shown of(Content content) {
        var rendering = rendering(content);
        var violations = rules.violations(content.platform(), content.type(), content.copy(), content.visuals());
        return new Shown(
                rendering,
                limits.maxCharacters(content.platform()),
                violations.isEmpty(),
                warnings(content, rendering, violations));
    }

    public Rendering rendering(Content content) {
        var wording = Wording.of(content);
        return Rendering.of(content.platform(), content.type(), wording.copy(), limits);
    }

    private static List<Warning> warnings(Content content, Rendering rendering, List<Violation> violations) {
        var warnings = new ArrayList<Warning>();
        var parts = content.copy().threadParts().size();
        if (content.type() == ContentType.THREAD && (parts < 3 || parts > 10)) {
            warnings.add(new Warning("thread_length", "Threads of 3 to 10 parts do best"));
        }
        if (!rendering.closingFits()) {
            warnings.add(new Warning(
                    "closing_left_out", "The call to action and the hashtags do not fit into the last part"));
        }
        violations.forEach(fault -> warnings.add(new Warning("platform_rule", fault.message())));
        return List.copyOf(warnings);
    }
}
