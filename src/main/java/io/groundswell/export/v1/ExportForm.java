package io.groundswell.export.v1;

import io.groundswell.export.ExportFormat;
import io.groundswell.export.Section;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** An order as callers write it. */
record ExportForm(
        @NotNull ExportFormat format,
        String period,
        String startDate,
        String endDate,

        @Size(min = 1, max = 10, message = "must name some of content, metrics and costs")
        List<@NotNull Section> include,

        @Size(max = 100) List<@NotNull String> missionIds,
        String emailTo) {
    /** All that there is, unless some of it is named. */
    ExportForm {
        include = include == null ? List.of(Section.values()) : include;
        missionIds = missionIds == null ? List.of() : missionIds;
    }
}
