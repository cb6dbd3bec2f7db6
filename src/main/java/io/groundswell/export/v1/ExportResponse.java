package io.groundswell.export.v1;

import io.groundswell.export.Export;
import io.groundswell.export.ExportFormat;
import io.groundswell.export.ExportStatus;
import io.groundswell.export.MailStatus;
import io.groundswell.export.Section;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An export as it stands; what does not apply is null. */
record ExportResponse(
        String exportId,
        ExportStatus status,
        ExportFormat format,
        String period,
        List<Section> include,
        List<String> missionIds,
        @Schema(enumeration = {"download", "email"}) String deliveryMethod,
        @Nullable String deliveryTo,
        @Nullable MailStatus deliveryStatus,
        @Nullable String estimatedCompletion,
        @Nullable String downloadUrl,
        @Nullable String expiresAt,
        long rowsDone,
        @Nullable Long rowsTotal,
        @Nullable Fault error,
        String createdAt) {

    record Fault(String code, String message) {}

    /** @param downloadUrl null when there is nothing to be fetched */
    static ExportResponse of(Export export, Instant estimated, String downloadUrl) {
        var order = export.order();
        var failure = export.failure();
        return new ExportResponse(
                export.id(),
                export.status(),
                order.format(),
                order.period().toString(),
                order.sections(),
                order.missionIds(),
                order.emailTo() == null ? "download" : "email",
                order.emailTo(),
                export.mailStatus(),
                export.status() == ExportStatus.PROCESSING ? V1.time(estimated) : null,
                downloadUrl,
                V1.time(export.expiresAt()),
                export.progress().rows(),
                export.progress().rowsTotal(),
                failure == null ? null : new Fault(failure.code(), failure.reason()),
                V1.time(export.createdAt()));
    }
}
