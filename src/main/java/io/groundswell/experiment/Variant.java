package io.groundswell.experiment;

import io.groundswell.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One of the ways in which something is shown.
 *
 * @param weight how many of a hundred users it is shown to
 */
public record Variant(String key, int weight) {
    public static final int FEWEST = 2;
    public static final int MOST = 4;
    /** Attributes of HTML and parameters of addresses are named by it. */
    public static final String FORM = "[a-zA-Z0-9_-]{1,64}";

    private static final Pattern KEY = Pattern.compile(FORM);
    private static final int ALL = 100;

    /** Each shown to as many as the others, the first one to what remains. */
    public static List<Variant> list(List<String> keys) {
        var variants = new ArrayList<Variant>();
        for (var key : requireKeys(keys)) {
            variants.add(new Variant(key, ALL / keys.size() + (variants.isEmpty() ? ALL % keys.size() : 0)));
        }
        return variants;
    }

    public static List<Variant> list(List<String> keys, List<Integer> weights) {
        requireKeys(keys);
        if (weights.size() != keys.size()
                || weights.stream().anyMatch(weight -> weight < 1 || weight > ALL)
                || weights.stream().mapToInt(Integer::intValue).sum() != ALL) {
            throw Refusal.on(
                    ExperimentError.INVALID_VARIANTS,
                    "weights",
                    "weights must be whole numbers from 1 on, one for each variant, and 100 together");
        }
        var variants = new ArrayList<Variant>();
        for (var key : keys) {
            variants.add(new Variant(key, weights.get(variants.size())));
        }
        return variants;
    }

    private static List<String> requireKeys(List<String> keys) {
        if (keys.size() < FEWEST || keys.size() > MOST) {
            throw invalid("variants must be a list of %d to %d keys", FEWEST, MOST);
        }
        if (!keys.stream().allMatch(key -> KEY.matcher(key).matches())) {
            throw invalid("Each key in variants must be 1 to 64 letters, digits, hyphens or underscores");
        }
        if (keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).distinct().count() < keys.size()) {
            throw invalid("The keys in variants must differ, and not only by capitals");
        }
        return keys;
    }

    private static Refusal invalid(String message, Object... arguments) {
        return Refusal.on(ExperimentError.INVALID_VARIANTS, "variants", message, arguments);
    }
}
