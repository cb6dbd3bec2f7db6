package io.groundswell.event.flat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.event.EventRules;
import io.groundswell.event.HotProperty;
import io.groundswell.wire.StorableJson;
import io.groundswell.wire.TextDeserializer;
import io.netty.buffer.ByteBufUtil;
import java.util.EnumMap;
import java.util.Map;

/**
 * Properties as they are kept. Of those that cannot be, or take too much, only some are told.
 *
 * @param hot the texts among them that questions ask for most
 * @param rest the others, as JSON; null when there are none
 * @param bytes of all of them together, as JSON
 * @param storable whether all of them can be stored and given back as they came
 */
record KeptProperties(Map<HotProperty, String> hot, String rest, int bytes, boolean storable) {
    /** Of a member whose value is a text: four quotes and a colon. */
    private static final int MARKS = 5;

    /** @param properties may be null */
    static KeptProperties of(ObjectNode properties) {
        var hot = new EnumMap<HotProperty, String>(HotProperty.class);
        if (properties == null) {
            return new KeptProperties(hot, null, 0, true);
        }
        var rest = properties.objectNode();
        var bytes = 0;
        for (var property : properties.properties()) {
            var column = HotProperty.of(property.getKey());
            var text = property.getValue().textValue();
            if (column.isEmpty() || text == null || !TextDeserializer.storable(text)) {
                rest.set(property.getKey(), property.getValue());
            } else {
                hot.put(column.get(), text);
                bytes += property.getKey().length()
                        + MARKS
                        + JsonStringEncoder.getInstance().quoteAsUTF8(text).length;
            }
        }
        if (!StorableJson.is(rest)) {
            return new KeptProperties(hot, null, bytes, false);
        }
        // A megabyte of them would be written out as two hundred, to be refused.
        var digits = StorableJson.digits(rest);
        if (digits > EventRules.MOST_PROPERTY_BYTES) {
            return new KeptProperties(hot, null, (int) Math.min(digits, Integer.MAX_VALUE), true);
        }
        var json = StorableJson.text(rest);
        var commas = Math.max(0, properties.size() - 1) - Math.max(0, rest.size() - 1);
        return new KeptProperties(
                hot, rest.isEmpty() ? null : json, bytes + commas + ByteBufUtil.utf8Bytes(json), true);
    }
}
