package io.groundswell.aggregate;

import java.util.Locale;

/** What videos are ranked by. */
public enum VideoOrder {
    VIEW_COUNT,
    LIKE_COUNT,
    COMMENT_COUNT,
    SHARE_COUNT,
    SAVE_COUNT,
    POSTED_AT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
