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
    private static final double LEAST_STEP = 0.95;

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

    /** Itself, or a smaller one of the same shape that has no more bytes; empty when not even a single pixel has so few. */
    public Optional<PngPicture> within(int mostBytes) {
        if (bytes.length <= mostBytes) {
            return Optional.of(this);
        }
        // First as large as it is, for it may be badly packed, or have more to it than is seen.
        var picture = of(raster);
        var share = 1.0;
        while (picture.bytes.length > mostBytes && picture.width() * picture.height() > 1) {
            share *= Math.min(LEAST_STEP, Math.sqrt((double) mostBytes / picture.bytes.length));
            picture = of(Scaled.of(raster, side(width(), share), side(height(), share)));
        }
        return Optional.of(picture).filter(small -> small.bytes.length <= mostBytes);
    }

    private static PngPicture of(Raster raster) {
        return new PngPicture(Png.encode(raster), raster);
    }

    private static int side(int pixels, double share) {
        return Math.max(1, (int) Math.round(pixels * share));
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
