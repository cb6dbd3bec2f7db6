package io.groundswell.file;

import java.io.IOException;
import java.io.InputStream;

/** Where a file is read, until it is closed. */
public final class FilePlace implements AutoCloseable {
    private final FilePlaces places;
    private final String organizationId;
    private final Patience patience;
    private volatile boolean wanted;

    FilePlace(FilePlaces places, String organizationId, Patience patience) {
        this.places = places;
        this.organizationId = organizationId;
        this.patience = patience;
    }

    /** The same file, which fails with {@link PlaceWanted} once its place is needed. */
    public InputStream read(InputStream file) {
        return new AwaitedFile(file, patience) {
            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (wanted) {
                    throw new PlaceWanted();
                }
                return super.read(into, from, most);
            }
        };
    }

    String organizationId() {
        return organizationId;
    }

    void want() {
        wanted = true;
    }

    /** Nobody waits for it any more. */
    void keep() {
        wanted = false;
    }

    /** Of what a file may use up before its place is anybody's. */
    long leftMillis() {
        return patience.leftMillis();
    }

    @Override
    public void close() {
        places.leave(this);
    }
}
