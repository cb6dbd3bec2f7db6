package io.groundswell.series;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where figures come from. */
interface FigureSource {
    /** Those of each part, in the order of the parts. */
    List<Figures> of(List<Part> parts, Needed needed);

    /** What each video comes to over the days that a question asks about; one of which nothing is known is missing. */
    Map<UUID, Long> totals(List<TrackedVideo> videos, Question question);
}
