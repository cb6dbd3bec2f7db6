package io.groundswell.pipeline;

import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.Mission;
import io.groundswell.shared.Owner;
import java.util.List;
import java.util.function.Function;

/** One item that is to be made, and the hold under which whoever makes it may write. */
interface ItemOrder {
    Owner owner();

    String contentId();

    String jobId();

    /** The names of the routes that whoever makes the item has given up on. */
    List<String> givenUp();

    /** What is to be written; attempts count from 1 and differ in their reference and their text. */
    WritingBrief brief(Mission mission, int attempt);

    /** Shows that whoever makes the item is alive, or throws {@link LeaseLost}. */
    default void renew() {
        guarded(mission -> null);
    }

    /** Runs a change in a transaction that holds the mission, or throws {@link LeaseLost}. */
    <T> T guarded(Function<Mission, T> change);
}
