package io.groundswell.aggregate;

import java.util.Locale;

/** What creators are ranked by. */
public enum CreatorOrder {
    VIEW_COUNT,
    LIKE_COUNT,
    COMMENT_COUNT,
    SHARE_COUNT,
    SAVE_COUNT,
    FOLLOWER_COUNT,
    POST_COUNT,
    AVG_VIEWS,
    ENGAGEMENT_RATE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
