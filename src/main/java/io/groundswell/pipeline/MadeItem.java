package io.groundswell.pipeline;

import io.groundswell.content.Visual;
import io.groundswell.generation.Draft;
import io.groundswell.generation.MediaStore;
import io.groundswell.generation.Usage;
import java.util.List;

/** One item as the providers made it. */
record MadeItem(Draft draft, Usage drawing, List<MediaStore.Placed> placed) {
    long costCents() {
        return draft.usage().costCents() + drawing.costCents();
    }

    List<Visual> visuals() {
        return placed.stream().map(MediaStore.Placed::visual).toList();
    }
}
