package io.groundswell.rollup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;

/** Sets of visitors' numbers as they are stored. */
final class Bitmaps {
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
