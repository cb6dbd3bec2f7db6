package io.groundswell.metric;

/** A thing that is measured; its id is one of its kind's own. */
public record Subject(Kind kind, String id) {

    public enum Kind {
        CONTENT,
        CREATOR,
        VIDEO
    }

    public static Subject content(String contentId) {
        return new Subject(Kind.CONTENT, contentId);
    }
}
