package io.groundswell.upload;

import java.io.IOException;

/** The lines of a file, one after another. */
@FunctionalInterface
public interface UploadLines {
    /** Null when there are no more. */
    UploadLine next() throws IOException;
}
