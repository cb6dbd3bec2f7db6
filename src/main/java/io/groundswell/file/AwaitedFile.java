package io.groundswell.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file as it comes. */
public class AwaitedFile extends FilterInputStream {
    private final Patience patience;

    public AwaitedFile(InputStream file, Patience patience) {
        super(file);
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        var read = 0;
        patience.waits();
        try {
            read = super.read(into, from, most);
            return read;
        } finally {
            patience.got(Math.max(0, read));
        }
    }
}
