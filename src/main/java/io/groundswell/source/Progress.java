package io.groundswell.source;

/**
 * How far a search for videos is. What a source said of where it goes on means nothing to another one, so the source is kept with it.
 *
 * @param cursor null at the beginning
 * @param pages how many were read
 */
record Progress(String source, String cursor, int pages) {
    /** What is left of one with another source begins anew. */
    static Progress read(ConnectedSource source, String text, int pages) {
        var prefix = source.id() + " ";
        if (text != null && !text.startsWith(prefix)) {
            return new Progress(source.id(), null, 0);
        }
        return new Progress(source.id(), text == null ? null : text.substring(prefix.length()), pages);
    }

    /** Null when there is no other page. */
    String text() {
        return cursor == null ? null : source + " " + cursor;
    }

    Progress next(String nextCursor) {
        return new Progress(source, nextCursor, pages + 1);
    }
}
