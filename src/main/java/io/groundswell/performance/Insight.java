package io.groundswell.performance;

/**
 * Something that makes a difference to how posts do.
 *
 * @param value which weekday, part of the day, hour, form or pillar it is about; empty where a post has something or has it not
 * @param lift how much better these posts do than the others, as a share of what the others do; below 0 for worse
 * @param confidence from 0 to 1, two decimals
 */
public record Insight(Aspect aspect, String value, double lift, double confidence) {

    /** What posts are compared by. */
    public enum Aspect {
        WEEKDAY("timing", "Posts that go out on a %s get"),
        PART("timing", "Posts that go out in the %s get"),
        HOUR("timing", "Posts that go out in the hour from %s get"),
        TYPE("content", "Content of the type %s gets"),
        PILLAR("content", "Content about %s gets"),
        HASHTAGS("content", "Posts with hashtags get"),
        CODE("content", "Posts with a code snippet get");

        private final String type;
        private final String subject;

        Aspect(String type, String subject) {
            this.type = type;
            this.subject = subject;
        }

        /** The kind of insight, for readers. */
        public String type() {
            return type;
        }

        /** Whether a mission that keeps to fixed times can do nothing about it. */
        public boolean isTiming() {
            return this == WEEKDAY || this == PART || this == HOUR;
        }
    }

    /** A sentence for people. */
    public String finding() {
        return "%s %d %% %s engagement than the mission's other posts, measured against what is usual on their platform"
                .formatted(
                        aspect.subject.formatted(value), Math.round(Math.abs(100 * lift)), lift < 0 ? "less" : "more");
    }
}
