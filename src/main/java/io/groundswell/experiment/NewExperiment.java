package io.groundswell.experiment;

import io.groundswell.event.EventRules;
import io.groundswell.shared.Refusal;
import io.groundswell.text.Characters;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An experiment that somebody wants to make.
 *
 * @param project the name of the site
 * @param goalEvent that visitors do who are won
 */
public record NewExperiment(String project, String name, List<Variant> variants, String goalEvent) {
    public static final String NAME = "[a-zA-Z0-9_-]{1,64}";

    private static final Pattern FORM = Pattern.compile(NAME);

    public NewExperiment {
        if (!FORM.matcher(name).matches()) {
            throw Refusal.on(
                    ExperimentError.INVALID_NAME,
                    "name",
                    "name must be 1 to 64 letters, digits, hyphens or underscores");
        }
        if (Characters.count(goalEvent) > EventRules.LONGEST_TEXT) {
            throw Refusal.invalid(
                    "goal_event",
                    "goal_event must be the name of an event: up to %d characters",
                    EventRules.LONGEST_TEXT);
        }
        variants = List.copyOf(variants);
    }
}
