package io.groundswell.experiment;

import io.groundswell.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One of the ways in which something is shown.
 *
 * @param weight how many of a hundred users it is shown to
 */
public record Variant(String key, int weight) {
    public static final int FEWEST = 2;
    public static final int MOST = 4;
    /** Whole characters that are seen. */
    public static final String FORM = "[^\\u0000-\\u001F\\u007F\\uD800-\\uDFFF]{1,64}";

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
                || weights.stream().anyMatch(weight -> weight < 0 || weight > ALL)
                || weights.stream().mapToInt(Integer::intValue).sum() != ALL) {
            throw Refusal.on(
                    ExperimentError.INVALID_VARIANTS,
                    "weights",
                    "weights must be whole numbers from 0 on, one for each variant, and 100 together");
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
            throw invalid(
                    "Each key in variants must be a text of 1 to 64 characters, none of them a control character");
        }
        if (keys.stream().distinct().count() < keys.size()) {
            throw invalid("The keys in variants must differ");
        }
        return keys;
    }

    private static Refusal invalid(String message, Object... arguments) {
        return Refusal.on(ExperimentError.INVALID_VARIANTS, "variants", message, arguments);
    }
}
