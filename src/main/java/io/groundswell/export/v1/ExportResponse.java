package io.groundswell.export.v1;

import io.groundswell.export.Export;
import io.groundswell.export.ExportStatus;
import io.groundswell.wire.v1.V1;
import java.time.Instant;
import java.util.List;

/** An export as it stands; what does not apply is null. */
record ExportResponse(
        String exportId,
        String status,
        String format,
        String period,
        List<String> include,
        List<String> missionIds,
        String deliveryMethod,
        String deliveryTo,
        String deliveryStatus,
        String estimatedCompletion,
        String downloadUrl,
        String expiresAt,
        long rowsDone,
        Long rowsTotal,
        Fault error,
        String createdAt) {

    record Fault(String code, String message) {}

    /** @param downloadUrl null when there is nothing to be fetched */
    static ExportResponse of(Export export, Instant estimated, String downloadUrl) {
        var order = export.order();
        var failure = export.failure();
        return new ExportResponse(
                export.id(),
                export.status().toString(),
                order.format().toString(),
                order.period().toString(),
                order.sections().stream().map(Object::toString).toList(),
                order.missionIds(),
                order.emailTo() == null ? "download" : "email",
                order.emailTo(),
                export.mailStatus() == null ? null : export.mailStatus().toString(),
                export.status() == ExportStatus.PROCESSING ? V1.time(estimated) : null,
                downloadUrl,
                V1.time(export.expiresAt()),
                export.progress().rows(),
                export.progress().rowsTotal(),
                failure == null ? null : new Fault(failure.code(), failure.reason()),
                V1.time(export.createdAt()));
    }
}
