package io.groundswell.database;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The members of a JSON object, each value as it stands there: no number is rounded, nothing is written anew. */
public final class JsonMembers {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonMembers() {}

    /** Takes one member. */
    public interface Reader {
        /** @param value the text itself when it is one, else the JSON of it */
        void read(String key, String value, boolean isText);
    }

    /** @param object as the database writes it; null has no members */
    public static void each(String object, Reader reader) {
        if (object == null) {
            return;
        }
        try (var parser = JSON.createParser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var key = parser.currentName();
                var isText = parser.nextToken() == JsonToken.VALUE_STRING;
                reader.read(key, isText ? parser.getText() : json(object, parser), isText);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(String object, JsonParser parser) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            return parser.getText();
        }
        var start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return object.substring(start, (int) parser.currentLocation().getCharOffset());
    }
}
