package io.groundswell.file;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Refusal;
import java.io.IOException;

/** A file came slowly, and its place is needed for that of another organization. */
public final class PlaceWanted extends IOException {
    private static final long serialVersionUID = 1L;

    PlaceWanted() {
        super("The file came slowly, and its place is needed");
    }

    /**
     * So that its sender can go on from there.
     *
     * @param last where the last line begins that was read; 0 when none was
     * @param advice what to send next
     */
    public Refusal at(long last, long taken, long refused, ErrorCode code, String advice) {
        return Refusal.later(
                code,
                FilePlaces.AGAIN,
                "The file comes more slowly than %,d bytes a second, and its place is needed for another organization. "
                        + "%,d lines were read, the last at line %,d: %,d of them are taken, %,d refused. "
                        + "%s",
                FilePlaces.BRISK,
                taken + refused,
                last,
                taken,
                refused,
                advice);
    }
}
