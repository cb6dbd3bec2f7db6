package io.groundswell.wire.envelope;

import io.groundswell.database.Edge;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the parameters of a list, and tells all that is wrong with them at once. Null stands for what was not sent. */
public final class Query {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_TEXT = 200;

    private final List<Violation> wrong = new ArrayList<>();

    public int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        var fits = text.matches("\\d{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MAX_LIMIT;
        if (!fits) {
            refuse("limit", "must be a whole number from 1 to " + MAX_LIMIT);
        }
        return fits ? Integer.parseInt(text) : DEFAULT_LIMIT;
    }

    public Edge cursor(String text) {
        var edge = text == null ? null : Cursor.read(text);
        if (text != null && edge == null) {
            refuse("cursor", "must be the nextCursor of another answer");
        }
        return edge;
    }

    public UUID id(String param, String text) {
        var id = text == null ? null : Ids.read(text);
        if (text != null && id == null) {
            refuse(param, "must be a UUID");
        }
        return id;
    }

    public String text(String param, String text) {
        if (text != null && text.length() > MAX_TEXT) {
            refuse(param, "must have at most %d characters".formatted(MAX_TEXT));
        }
        return text;
    }

    private void refuse(String param, String message) {
        wrong.add(new Violation(param, param + " " + message));
    }

    /** To be called when all has been read. */
    public void check() {
        Refusal.throwIfAny(EnvelopeCode.INVALID_QUERY, wrong);
    }
}
