package io.groundswell.upload;

import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
import io.groundswell.upload.UploadReport.Part;
import io.groundswell.upload.UploadReport.Taken;
import java.util.List;
import java.util.function.Function;

/** Takes lines together, in one transaction; when that is refused, each half of them, until it is clear which ones are to blame. */
final class Halving<L extends UploadLine> {
    private final Part part;
    private final Function<List<L>, Taken> together;
    private final UploadReport report;

    /** @param together takes all lines or none of them */
    Halving(Part part, Function<List<L>, Taken> together, UploadReport report) {
        this.part = part;
        this.together = together;
        this.report = report;
    }

    void take(List<L> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            report.take(part, together.apply(lines));
        } catch (Refusal refusal) {
            if (refusal.code().kind() == Kind.UNAVAILABLE) {
                throw refusal;
            }
            if (lines.size() == 1) {
                report.refuse(lines.get(0).number(), refusal.getMessage());
                return;
            }
            take(lines.subList(0, lines.size() / 2));
            take(lines.subList(lines.size() / 2, lines.size()));
        }
    }
}
