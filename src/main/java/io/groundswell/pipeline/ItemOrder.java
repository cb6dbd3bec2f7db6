package io.groundswell.pipeline;

import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.Mission;
import io.groundswell.shared.Owner;
import java.util.function.Function;

/** One item that is to be made, and the hold under which whoever makes it may write. */
interface ItemOrder {
    Owner owner();

    String contentId();

    String jobId();

    /** What is to be written; attempts count from 1 and differ in their reference and their text. */
    WritingBrief brief(Mission mission, int attempt);

    /** Runs a change in a transaction that holds the mission, or throws {@link LeaseLost}. */
    <T> T guarded(Function<Mission, T> change);
}
