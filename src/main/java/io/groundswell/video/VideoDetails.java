package io.groundswell.video;

import io.groundswell.program.ProgramService.Note;
import io.groundswell.text.Blank;
import java.time.Instant;

/**
 * What somebody tells of a video. What is null stays as it is, or, of a new one, is as usual.
 *
 * @param metadata a JSON object
 * @param status usually DIRECT_ADD
 */
public record VideoDetails(Note title, Posted posted, Note readme, String metadata, TrackingStatus status) {

    public VideoDetails {
        // Where a title is shown, its address takes the place of one that is missing; nothing takes that of blanks.
        title = title != null && title.text() != null && Blank.is(title.text()) ? new Note(null) : title;
    }

    /** @param at null when nobody knows */
    public record Posted(Instant at) {}
}
