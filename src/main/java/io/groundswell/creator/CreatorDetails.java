package io.groundswell.creator;

import io.groundswell.program.ProgramService.Note;
import java.time.LocalDate;

/**
 * What somebody tells of a creator. What is null stays as it is, or, of a new one, is as usual.
 *
 * @param trackingMode usually AUTO
 * @param trackingStartDate usually today
 * @param metadata a JSON object
 */
public record CreatorDetails(
        String handle,
        Note displayName,
        TrackingMode trackingMode,
        LocalDate trackingStartDate,
        Note readme,
        String metadata) {}
