package io.groundswell.upload;

import java.io.IOException;

/** The lines of a file, one after another. */
public interface UploadLines {
    /** Null when there are no more. */
    UploadLine next() throws IOException;

    /** Whether there are lines that were not read, because what is before them cannot be. */
    boolean isBroken();
}
