package io.groundswell.aggregate;

import java.util.Locale;

/** What campaigns are ranked by. */
public enum CampaignOrder {
    VIEW_COUNT,
    LIKE_COUNT,
    COMMENT_COUNT,
    SHARE_COUNT,
    SAVE_COUNT,
    POST_COUNT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
