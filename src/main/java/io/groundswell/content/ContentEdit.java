package io.groundswell.content;

import java.util.List;

/**
 * An item as somebody wants it to be; what is to stay as it is stands here as it is.
 *
 * @param scheduledFor null for no time at all
 * @param version the version that the edit was made for, null for whichever it is
 */
public record ContentEdit(Copy copy, List<Visual> visuals, List<String> tags, Moment scheduledFor, Integer version) {

    boolean changesWords(Content content) {
        return !content.words().are(copy, visuals);
    }

    boolean changesTags(Content content) {
        return !tags.equals(content.metadata().tags());
    }

    /** The same moment in another offset is no other time: it is shown differently, that is all. */
    boolean changesTime(Moment scheduled) {
        return scheduled == null
                ? scheduledFor != null
                : scheduledFor == null || !scheduledFor.at().equals(scheduled.at());
    }
}
