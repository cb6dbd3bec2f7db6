package io.groundswell.upload;

import io.groundswell.file.FilePlaces;
import io.groundswell.file.PlaceWanted;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.upload.UploadLine.Unreadable;
import io.groundswell.upload.UploadReport.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
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

    private static final String GO_ON = "Send the rest, a CSV with its first line, or the same file again";

    private final ProgramService programs;
    private final UploadBatches batches;
    private final UploadTrail trail;
    private final FilePlaces places;

    UploadService(ProgramService programs, UploadBatches batches, UploadTrail trail, FilePlaces places) {
        this.programs = programs;
        this.batches = batches;
        this.trail = trail;
        this.places = places;
    }

    public UploadReport take(Caller caller, UUID programId, InputStream file, UploadFile format) throws IOException {
        // What leads nowhere takes nobody's place.
        programs.get(caller.owner(), programId);
        var report = new UploadReport();
        try (var place = places.enter(caller.owner().organizationId(), UploadError.TOO_MANY_FILES)) {
            var lines = format.open(place.read(file));
            trail.begin(caller, programId);
            read(caller, programId, lines, report);
            trail.end(caller, programId, report);
            return report;
        } catch (PlaceWanted wanted) {
            var taken = report.lines() - report.refused();
            throw wanted.at(report.last(), taken, report.refused(), UploadError.TOO_MANY_FILES, GO_ON);
        }
    }

    private void read(Caller caller, UUID programId, UploadLines lines, UploadReport report) throws IOException {
        var batch = new ArrayList<UploadLine>();
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                report.reach(line.number());
                if (line instanceof Unreadable unreadable) {
                    report.refuse(new Refused(unreadable.number(), unreadable.fault()));
                } else {
                    batch.add(line);
                }
                if (batch.size() == BATCH) {
                    take(caller, programId, batch, report);
                }
            }
        } catch (PlaceWanted wanted) {
            take(caller, programId, batch, report);
            throw wanted;
        }
        take(caller, programId, batch, report);
        if (lines.isBroken()) {
            report.breakOff();
        }
    }

    /** Refuses the rest of the file when the programme is not there any more. */
    private void take(Caller caller, UUID programId, List<UploadLine> batch, UploadReport report) {
        programs.get(caller.owner(), programId);
        batches.take(caller, programId, batch, report);
        batch.clear();
    }
}
