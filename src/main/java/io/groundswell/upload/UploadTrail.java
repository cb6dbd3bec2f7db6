package io.groundswell.upload;

import io.groundswell.account.AuditTrail;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** That a file came, and what became of it: one that has no end was broken off. */
@ApplicationScoped
class UploadTrail {
    private final ProgramService programs;
    private final AuditTrail audit;

    UploadTrail(ProgramService programs, AuditTrail audit) {
        this.programs = programs;
        this.audit = audit;
    }

    /** Refuses unless the programme is there. */
    @Transactional
    void begin(Caller caller, UUID programId) {
        var program = programs.get(caller.owner(), programId);
        record(caller, programId, "program.import_started", Map.of("name", program.name()));
    }

    @Transactional
    void end(Caller caller, UUID programId, UploadReport report) {
        record(
                caller,
                programId,
                "program.import_finished",
                Map.of("lines", Long.toString(report.lines()), "refused", Long.toString(report.refused())));
    }

    private void record(Caller caller, UUID programId, String action, Map<String, String> details) {
        audit.record(caller.owner(), caller.userId(), action, programId.toString(), details);
    }
}
