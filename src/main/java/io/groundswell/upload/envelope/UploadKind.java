package io.groundswell.upload.envelope;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a row may be about, and the columns that it may fill. */
enum UploadKind {
    CREATOR("handle", "display_name", "tracking_mode", "tracking_start_date"),
    VIDEO("handle", "video_url", "title", "posted_at"),
    SNAPSHOT("handle", "video_url", "at", "views", "likes", "comments", "shares", "saves", "followers", "baseline");

    static final String TYPE = "type";
    static final Set<String> COLUMNS = columns();

    private final List<String> own;

    UploadKind(String... own) {
        this.own = List.of(own);
    }

    private static Set<String> columns() {
        var all = new LinkedHashSet<>(List.of(TYPE));
        Stream.of(values()).forEach(kind -> all.addAll(kind.own));
        return Collections.unmodifiableSet(all);
    }

    /** Without a type, what a row tells of shows what it is. */
    static UploadKind of(Map<String, String> cells) {
        if (cells.containsKey("at")) {
            return SNAPSHOT;
        }
        return cells.containsKey("video_url") ? VIDEO : CREATOR;
    }

    boolean has(String column) {
        return own.contains(column) || column.equals(TYPE);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
