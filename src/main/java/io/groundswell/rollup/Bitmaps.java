package io.groundswell.rollup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;

/** Sets of visitors' numbers as they are stored. */
final class Bitmaps {
    /** That are read, changed and written at once: of a large site few fit into memory. */
    static final long MOST_BYTES = 1_000_000;

    private Bitmaps() {}

    /** Null makes an empty one. */
    static RoaringBitmap read(byte[] stored) {
        var bitmap = new RoaringBitmap();
        if (stored != null) {
            try {
                bitmap.deserialize(ByteBuffer.wrap(stored));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bitmap;
    }

    static byte[] write(RoaringBitmap bitmap) {
        bitmap.runOptimize();
        var buffer = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
        bitmap.serialize(buffer);
        return buffer.array();
    }
}
