package io.groundswell.generation.sandbox.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes pictures as PNG (ISO/IEC 15948): with a palette up to 256 colours, otherwise as 24 bit RGB. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte INDEXED = 3;
    private static final byte RGB = 2;
    private static final byte NO_FILTER = 0;
    private static final byte UP_FILTER = 2;

    private Png() {}

    static byte[] encode(Raster picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
        out.writeBytes(SIGNATURE);
        IndexedColors colors = IndexedColors.of(picture.pixels);
        if (colors == null) {
            writeHeader(out, picture, RGB);
            writeChunk(out, "IDAT", deflate(rgbRows(picture)));
        } else {
            writeHeader(out, picture, INDEXED);
            writeChunk(out, "PLTE", colors.table());
            writeChunk(out, "IDAT", deflate(indexedRows(picture, colors)));
        }
        writeChunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void writeHeader(ByteArrayOutputStream out, Raster picture, byte colorType) {
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(picture.width).putInt(picture.height);
        header.put((byte) 8).put(colorType);
        writeChunk(out, "IHDR", header.array());
    }

    private static byte[] indexedRows(Raster picture, IndexedColors colors) {
        ByteBuffer rows = ByteBuffer.allocate((picture.width + 1) * picture.height);
        for (int y = 0; y < picture.height; y++) {
            rows.put(NO_FILTER);
            for (int x = 0; x < picture.width; x++) {
                rows.put(colors.indexOf(picture.pixels[y * picture.width + x]));
            }
        }
        return rows.array();
    }

    private static byte[] rgbRows(Raster picture) {
        ByteBuffer rows = ByteBuffer.allocate((3 * picture.width + 1) * picture.height);
        for (int y = 0; y < picture.height; y++) {
            rows.put(UP_FILTER);
            for (int x = 0; x < picture.width; x++) {
                int pixel = picture.pixels[y * picture.width + x];
                int above = y == 0 ? 0 : picture.pixels[(y - 1) * picture.width + x];
                rows.put((byte) ((pixel >> 16) - (above >> 16)));
                rows.put((byte) ((pixel >> 8) - (above >> 8)));
                rows.put((byte) (pixel - above));
            }
        }
        return rows.array();
    }

    private static byte[] deflate(byte[] rows) {
        Deflater deflater = new Deflater();
        deflater.setInput(rows);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
        byte[] buffer = new byte[16 * 1024];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void writeChunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
