package io.groundswell.content;

import io.groundswell.shared.Violation;
import io.groundswell.shared.WebAddress;
import io.groundswell.text.Blank;
import io.groundswell.text.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects what is wrong with the shape of a request. */
final class Shape {

    private final List<Violation> violations = new ArrayList<>();

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    void require(boolean holds, String param, String message) {
        if (!holds) {
            violations.add(new Violation(param, param + " " + message));
        }
    }

    /** Null is fine. */
    void text(String param, String text, int most) {
        require(text == null || Characters.count(text) <= most, param, "has at most %d characters".formatted(most));
    }

    void needed(String param, String text, int most) {
        require(text != null && !Blank.is(text), param, "is required");
        text(param, text, most);
    }

    void texts(String param, List<String> texts, int mostTexts, int most) {
        if (list(param, texts, mostTexts)) {
            require(
                    texts.stream().allMatch(text -> !Blank.is(text) && Characters.count(text) <= most),
                    param,
                    "holds texts of 1 to %d characters".formatted(most));
        }
    }

    /** Whether the list is short enough, and without gaps, so that its entries are worth a look. */
    boolean list(String param, List<?> list, int most) {
        var before = violations.size();
        require(list.size() <= most, param, "holds at most %d entries".formatted(most));
        require(list.stream().noneMatch(Objects::isNull), param, "must not hold null");
        return violations.size() == before;
    }

    void address(String param, String text) {
        require(
                text == null || WebAddress.is(text),
                param,
                "must be an absolute http or https address of at most %d characters".formatted(WebAddress.MAX_LENGTH));
    }
}
