package io.groundswell.publishing.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Marks addresses, hashtags and mentions in a text, which are plain words otherwise. Places are counted in bytes of UTF-8. */
final class Facets {
    private static final int LONGEST_TAG = 64;

    private static final Pattern TAG =
            Pattern.compile("(?<![\\p{L}\\p{N}\\p{M}_/#&])#([\\p{L}\\p{N}\\p{M}_]*\\p{L}[\\p{L}\\p{N}\\p{M}_]*)");

    private static final Pattern MENTION = Pattern.compile(
            "(?<![^\\s(])@((?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z][a-zA-Z0-9-]*)");

    private Facets() {}

    /** @param directory whom a handle names, if anyone */
    static ArrayNode of(String text, Function<String, Optional<String>> directory) {
        var facets = JsonNodeFactory.instance.arrayNode();
        var words = new StringBuilder(text);
        for (var address : Address.in(text)) {
            add(facets, text, address.start(), address.end(), "link", "uri", address.uri());
            words.replace(
                    address.start(), address.end(), " ".repeat(address.uri().length()));
        }
        var tags = TAG.matcher(words);
        while (tags.find()) {
            if (tags.group(1).length() <= LONGEST_TAG) {
                add(facets, text, tags.start(), tags.end(), "tag", "tag", tags.group(1));
            }
        }
        var mentions = MENTION.matcher(text);
        while (mentions.find()) {
            var start = mentions.start();
            var end = mentions.end();
            directory.apply(mentions.group(1)).ifPresent(did -> add(facets, text, start, end, "mention", "did", did));
        }
        return facets;
    }

    private static void add(ArrayNode facets, String text, int start, int end, String type, String name, String value) {
        var facet = facets.addObject();
        facet.putObject("index")
                .put("byteStart", text.substring(0, start).getBytes(UTF_8).length)
                .put("byteEnd", text.substring(0, end).getBytes(UTF_8).length);
        facet.putArray("features")
                .addObject()
                .put("$type", "app.bsky.richtext.facet#" + type)
                .put(name, value);
    }
}
