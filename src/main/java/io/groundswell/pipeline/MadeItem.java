package io.groundswell.pipeline;

import io.groundswell.generation.Draft;
import io.groundswell.generation.Illustrator;

/** One item as the providers made it, with the references under which their calls are booked. */
record MadeItem(String writingReference, Draft draft, String drawingReference, Illustrator.Gallery gallery) {
    long costCents() {
        return draft.usage().costCents() + gallery.usage().costCents();
    }
}
