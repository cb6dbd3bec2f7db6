package io.groundswell.upload;

import java.io.IOException;

/** A file, which is not looked at before it is clear that it may come. */
@FunctionalInterface
public interface UploadFile {
    UploadLines open() throws IOException;
}
