package io.groundswell.upload;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
import io.groundswell.upload.UploadReport.Refused;
import io.groundswell.upload.UploadReport.Taken;
import java.util.List;
import java.util.UUID;

/** Takes lines together; when that is refused, each half of them, until it is clear which ones are to blame. */
final class Halving<L extends UploadLine> {
    private final Taker<L> taker;
    private final Caller caller;
    private final UUID programId;
    private final UploadReport report;
    private Refusal full;

    Halving(Taker<L> taker, Caller caller, UUID programId, UploadReport report) {
        this.taker = taker;
        this.caller = caller;
        this.programId = programId;
        this.report = report;
    }

    void take(List<L> lines) {
        if (lines.isEmpty()) {
            return;
        }
        if (full != null) {
            takeKnown(lines);
            return;
        }
        try {
            var outcome = taker.take(caller, programId, lines);
            report.take(taker.part(), outcome.taken());
            outcome.refused().forEach(report::refuse);
        } catch (Refusal refusal) {
            if (refusal.code().kind() == Kind.UNAVAILABLE) {
                throw refusal;
            }
            if (lines.size() > 1) {
                take(lines.subList(0, lines.size() / 2));
                take(lines.subList(lines.size() / 2, lines.size()));
            } else {
                report.refuse(new Refused(lines.get(0).number(), refusal.getMessage()));
                full = taker.isFull(refusal) ? refusal : null;
            }
        }
    }

    /** Once there is no room, each line that needs some would be tried by itself, and refused. */
    private void takeKnown(List<L> lines) {
        var unknown = taker.unknown(caller, programId, lines);
        unknown.forEach(line -> report.refuse(new Refused(line.number(), full.getMessage())));
        report.take(taker.part(), new Taken(0, (long) lines.size() - unknown.size()));
    }
}
