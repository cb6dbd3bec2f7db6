package io.groundswell.tracker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * One of the files that the build makes of the parts in {@code src/main/tracker}, as it is sent.
 *
 * @param integrity as pages write it to have browsers refuse any other content
 * @param tag says which content it is, short and without quotes
 */
public record TrackerFile(byte[] bytes, byte[] zipped, String integrity, String tag) {

    public static TrackerFile read(String name) {
        try (var file = TrackerFile.class.getResourceAsStream(name)) {
            var bytes = file.readAllBytes();
            var hash = Base64.getEncoder().encodeToString(hash(bytes));
            return new TrackerFile(bytes, zip(bytes), "sha384-" + hash, hash.substring(0, 24));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-384").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-384", e);
        }
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(zipped) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            stream.write(bytes);
        }
        return zipped.toByteArray();
    }
}
