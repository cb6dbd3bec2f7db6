package io.groundswell.event.flat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A file with a JSON object in each line. */
final class JsonLines implements FileLines {
    private final InputStream file;
    private final LineReader reader;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;

    JsonLines(InputStream file, LineReader reader) {
        this.file = file;
        this.reader = reader;
    }

    @Override
    public Line next() throws IOException {
        while (readLine()) {
            if (line.size() > LONGEST) {
                return Line.unreadable(number, "The line is longer than %,d bytes".formatted(LONGEST));
            }
            var bytes = line.toByteArray();
            var text = text(bytes);
            if (text == null) {
                return Line.unreadable(number, "The line is not valid UTF-8");
            }
            if (!text.isBlank()) {
                var event = reader.object(bytes);
                return event == null
                        ? Line.unreadable(number, "The line is no JSON object")
                        : Line.read(number, text, event);
            }
        }
        return null;
    }

    @Override
    public boolean isBroken() {
        return false;
    }

    /** Keeps no more than tells that the line is too long. Returns whether there was one. */
    private boolean readLine() throws IOException {
        line.reset();
        number++;
        var next = file.read();
        var any = next >= 0;
        while (next >= 0 && next != '\n') {
            if (line.size() <= LONGEST) {
                line.write(next);
            }
            next = file.read();
        }
        return any;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
