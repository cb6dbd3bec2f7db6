package io.groundswell.wire.envelope;

import io.groundswell.database.Edge;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import io.groundswell.text.Characters;
import io.groundswell.zone.Zones;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the parameters of a list, and tells all that is wrong with them at once. Null stands for what was not sent. */
public final class Query {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_TEXT = 200;
    private static final Set<String> ON = Set.of("1", "true");
    private static final Set<String> OFF = Set.of("0", "false");

    private EnvelopeCode code;
    private final List<Violation> wrong = new ArrayList<>();

    public Query() {
        this(EnvelopeCode.INVALID_QUERY);
    }

    private Query(EnvelopeCode code) {
        this.code = code;
    }

    /** One of no list, such as for figures, or for what explains them: it is refused under another code. */
    public static Query ofAnalytics() {
        return new Query(EnvelopeCode.INVALID_PARAMS);
    }

    /** The same text. */
    public String required(String param, String text) {
        if (text == null) {
            refuse(param, "is required");
        }
        return text;
    }

    public <E extends Enum<E>> E choice(String param, String text, Class<E> type) {
        return choice(param, text, List.of(type.getEnumConstants()));
    }

    /** @param choices by their texts */
    public <E> E choice(String param, String text, List<E> choices) {
        var chosen = choices.stream().filter(one -> one.toString().equals(text)).findFirst();
        if (text != null && chosen.isEmpty()) {
            refuse(
                    param,
                    "must be one of " + choices.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        return chosen.orElse(null);
    }

    /** @param otherwise what is chosen where nothing was sent */
    public <E extends Enum<E>> E choice(String param, String text, Class<E> type, E otherwise) {
        return text == null ? otherwise : choice(param, text, type);
    }

    public LocalDate date(String param, String text) {
        var date = Times.date(text);
        if (text != null && date == null) {
            refuse(param, Times.A_DATE);
        }
        return date;
    }

    /** @param first of the days from {@code from} to {@code to}; either is null where it is open, or not known */
    public void inOrder(LocalDate first, LocalDate last) {
        that(first == null || last == null || !last.isBefore(first), "from", "must not be after to");
    }

    public boolean isSet(String param, String text) {
        that(text == null || ON.contains(text) || OFF.contains(text), param, "must be 1, true, 0 or false");
        return ON.contains(String.valueOf(text));
    }

    public void that(boolean holds, String param, String otherwise) {
        if (!holds) {
            refuse(param, otherwise);
        }
    }

    public int limit(String text) {
        return whole("limit", text, 1, MAX_LIMIT, DEFAULT_LIMIT);
    }

    /** @param otherwise what it is where it was not sent */
    public int whole(String param, String text, int least, int most, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        var fits = text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
        that(fits, param, "must be a whole number from %d to %d".formatted(least, most));
        return fits ? Integer.parseInt(text) : otherwise;
    }

    public ZoneId zone(String param, String text) {
        var zone = Zones.read(text);
        that(text == null || zone != null, param, "is not a zone of the tz database");
        return zone;
    }

    public Edge cursor(String text) {
        var edge = text == null ? null : Cursor.read(text);
        if (text != null && edge == null) {
            refuse("cursor", "must be the nextCursor of another answer");
        }
        return edge;
    }

    /** A part of the path: when it is wrong, what is wrong with the parameters is told with it. */
    public UUID inPath(String param, String text) {
        var id = id(param, text);
        if (id == null) {
            code = EnvelopeCode.INVALID_PARAMS;
        }
        return id;
    }

    public UUID id(String param, String text) {
        var id = text == null ? null : Ids.read(text);
        if (text != null && id == null) {
            refuse(param, "must be a UUID");
        }
        return id;
    }

    public UUID requiredId(String param, String text) {
        return id(param, required(param, text));
    }

    public String text(String param, String text) {
        if (text != null && Characters.count(text) > MAX_TEXT) {
            refuse(param, "must have at most %d characters".formatted(MAX_TEXT));
        }
        return text;
    }

    private void refuse(String param, String message) {
        add(param, param + " " + message);
    }

    /** @param sentence that is told as it is */
    public void add(String param, String sentence) {
        wrong.add(new Violation(param, sentence));
    }

    /** To be called when all has been read. */
    public void check() {
        Refusal.throwIfAny(code, wrong);
    }
}
