package io.groundswell.upload;

import java.io.IOException;
import java.io.InputStream;

/** How a file is read, which is not looked at before it is clear that it may come. */
@FunctionalInterface
public interface UploadFile {
    UploadLines open(InputStream file) throws IOException;
}
