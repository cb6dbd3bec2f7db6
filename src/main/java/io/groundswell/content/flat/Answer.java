package io.groundswell.content.flat;

import io.groundswell.content.LinkReview;
import io.groundswell.text.Blank;
import io.groundswell.wire.Form;

/**
 * What somebody filled in on the review page.
 *
 * @param fault why it is no answer yet, or null
 */
record Answer(boolean yes, String note, int version, String fault) {
    private static final int LONGEST_NOTE = 2_000;

    static Answer of(Form form) {
        var decision = form.get("decision");
        // A browser sends line ends as two characters, but counts and shows one.
        var note = form.get("note").replace("\r\n", "\n");
        var version = form.get("version").matches("\\d{1,9}") ? Integer.parseInt(form.get("version")) : 0;
        return new Answer(decision.equals("approve"), note, version, fault(decision, note));
    }

    private static String fault(String decision, String note) {
        if (!decision.equals("approve") && !decision.equals("reject")) {
            return "Choose whether to approve or to reject this";
        }
        if (note.length() > LONGEST_NOTE) {
            return "The note is longer than 2,000 characters";
        }
        return decision.equals("reject") && Blank.is(note) ? "Say in the note why you reject this" : null;
    }

    LinkReview.Opened give(LinkReview reviews, String token) {
        return yes
                ? reviews.approve(token, Blank.is(note) ? null : note, version)
                : reviews.reject(token, note, version);
    }
}
