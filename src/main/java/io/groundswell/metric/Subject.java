package io.groundswell.metric;

/** A thing that is measured; its id is one of its kind's own. */
public record Subject(Kind kind, String id) {

    /** What is measured so far. Videos and creators will be more. */
    public enum Kind {
        CONTENT
    }

    public static Subject content(String contentId) {
        return new Subject(Kind.CONTENT, contentId);
    }
}
