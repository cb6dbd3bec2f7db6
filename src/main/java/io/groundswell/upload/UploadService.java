package io.groundswell.upload;

import io.groundswell.database.FairShare;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.upload.UploadLine.Unreadable;
import io.groundswell.upload.UploadReport.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes files of creators, videos and snapshots, some thousand lines at a time. What is there already stays as it is, so a file that
 * broke is sent again.
 */
@ApplicationScoped
public class UploadService {
    /** Lines that are taken together. The fewer they are, the less snapshots of one video share. */
    private static final int BATCH = 5_000;

    private static final int MOST_FILES = 4;
    private static final int MOST_FILES_OF_ONE = 2;

    private final ProgramService programs;
    private final UploadBatches batches;
    private final UploadTrail trail;
    private final FairShare places = new FairShare(MOST_FILES, MOST_FILES_OF_ONE);

    UploadService(ProgramService programs, UploadBatches batches, UploadTrail trail) {
        this.programs = programs;
        this.batches = batches;
        this.trail = trail;
    }

    public UploadReport take(Caller caller, UUID programId, UploadFile file) throws IOException {
        var organization = caller.owner().organizationId();
        if (!places.enter(organization)) {
            throw Refusal.later(
                    UploadError.TOO_MANY_FILES,
                    Duration.ofSeconds(10),
                    "%d files are read at once, %d of one organization, not more. Try again in some seconds",
                    MOST_FILES,
                    MOST_FILES_OF_ONE);
        }
        try {
            programs.get(caller.owner(), programId);
            var lines = file.open();
            trail.begin(caller, programId);
            var report = read(caller, programId, lines);
            trail.end(caller, programId, report);
            return report;
        } finally {
            places.leave(organization);
        }
    }

    private UploadReport read(Caller caller, UUID programId, UploadLines lines) throws IOException {
        var report = new UploadReport();
        var batch = new ArrayList<UploadLine>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line instanceof Unreadable unreadable) {
                report.refuse(new Refused(unreadable.number(), unreadable.fault()));
            } else {
                batch.add(line);
            }
            if (batch.size() == BATCH) {
                take(caller, programId, batch, report);
            }
        }
        take(caller, programId, batch, report);
        if (lines.isBroken()) {
            report.breakOff();
        }
        return report;
    }

    /** Refuses the rest of the file when the programme is not there any more. */
    private void take(Caller caller, UUID programId, List<UploadLine> batch, UploadReport report) {
        programs.get(caller.owner(), programId);
        batches.take(caller, programId, batch, report);
        batch.clear();
    }
}
