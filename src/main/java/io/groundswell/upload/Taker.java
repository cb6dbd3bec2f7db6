package io.groundswell.upload;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.upload.UploadReport.Part;
import io.groundswell.upload.UploadReport.Refused;
import io.groundswell.upload.UploadReport.Taken;
import java.util.List;
import java.util.UUID;

/** Takes lines of one kind. */
interface Taker<L extends UploadLine> {
    Part part();

    /** @param refused those that speak of what is not there */
    record Outcome(Taken taken, List<Refused> refused) {}

    /** All other lines or none of them, in a transaction. */
    Outcome take(Caller caller, UUID programId, List<L> lines);

    /** Whether it was refused because there is no room for more than is there. */
    default boolean isFull(Refusal refusal) {
        return false;
    }

    /** Those that tell of what is not there. */
    default List<L> unknown(Caller caller, UUID programId, List<L> lines) {
        return lines;
    }
}
