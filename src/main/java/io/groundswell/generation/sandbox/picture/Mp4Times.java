package io.groundswell.generation.sandbox.picture;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Sets the creation and modification times in an MP4 file (ISO/IEC 14496-12, version 0 boxes) to zero, "not given": the
 * muxer takes them from the wall clock, and the same content would give another file every second.
 */
final class Mp4Times {
    private static final int HEADER_BYTES = 8;
    private static final int MOOV = 0x6D6F6F76;
    private static final int TRAK = 0x7472616B;
    private static final int MDIA = 0x6D646961;
    private static final int MVHD = 0x6D766864;
    private static final int TKHD = 0x746B6864;
    private static final int MDHD = 0x6D646864;

    private static final Set<Integer> CONTAINERS = Set.of(MOOV, TRAK, MDIA);
    private static final Set<Integer> TIMED = Set.of(MVHD, TKHD, MDHD);

    private Mp4Times() {}

    static void clear(ByteBuffer file) {
        clear(file, file.position(), file.limit());
    }

    private static void clear(ByteBuffer file, int start, int end) {
        int size;
        for (int box = start; box + HEADER_BYTES <= end; box += size) {
            size = size(file, box);
            int type = file.getInt(box + 4);
            if (CONTAINERS.contains(type)) {
                clear(file, box + HEADER_BYTES, box + size);
            } else if (TIMED.contains(type)) {
                file.putLong(box + HEADER_BYTES + 4, 0);
            }
        }
    }

    /** The muxer writes the media data with a 64 bit size, announced by a 1. */
    private static int size(ByteBuffer file, int box) {
        int size = file.getInt(box);
        return size == 1 ? Math.toIntExact(file.getLong(box + HEADER_BYTES)) : size;
    }
}
