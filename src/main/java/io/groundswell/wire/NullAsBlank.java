package io.groundswell.wire;

import com.fasterxml.jackson.databind.DeserializationContext;

/** Of a text that an update may leave out, but not take away: null is read as a blank, so that it is refused as one. */
public final class NullAsBlank extends TextDeserializer {
    private static final long serialVersionUID = 1;

    @Override
    public String getNullValue(DeserializationContext context) {
        return "";
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
