package io.groundswell.generation.sandbox.picture;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DataFormatException;

/** A PNG that somebody else made: eight bits a channel, grey or colour, with or without transparency, not interlaced. */
public final class PngPicture {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int THUMBNAIL_SIDE = 400;

    private final byte[] bytes;
    private final Raster raster;

    private PngPicture(byte[] bytes, Raster raster) {
        this.bytes = bytes;
        this.raster = raster;
    }

    /** Empty when the bytes are anything else. */
    public static Optional<PngPicture> read(byte[] bytes) {
        try {
            return Optional.of(new PngPicture(bytes, raster(ByteBuffer.wrap(bytes))));
        } catch (DataFormatException | BufferUnderflowException unreadable) {
            return Optional.empty();
        }
    }

    public int width() {
        return raster.width;
    }

    public int height() {
        return raster.height;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** A smaller PNG. */
    public byte[] thumbnail() {
        var longest = Math.max(width(), height());
        return Png.encode(raster.shrink(Math.max(1, longest / THUMBNAIL_SIDE)));
    }

    private static Raster raster(ByteBuffer file) throws DataFormatException {
        require(file.getLong() == SIGNATURE);
        var data = new ByteArrayOutputStream();
        ByteBuffer header = null;
        while (true) {
            var chunk = new byte[length(file)];
            var name = new byte[4];
            file.get(name).get(chunk).getInt();
            switch (new String(name, StandardCharsets.US_ASCII)) {
                case "IHDR" -> header = ByteBuffer.wrap(chunk);
                case "IDAT" -> data.writeBytes(chunk);
                case "IEND" -> {
                    require(header != null);
                    return PngPixels.raster(header, data.toByteArray());
                }
                default -> {
                    // Colour profiles, times and texts.
                }
            }
        }
    }

    private static int length(ByteBuffer file) throws DataFormatException {
        var length = file.getInt();
        require(length >= 0 && length <= file.remaining());
        return length;
    }

    static void require(boolean holds) throws DataFormatException {
        if (!holds) {
            throw new DataFormatException("Not a PNG of the usual kind");
        }
    }
}
