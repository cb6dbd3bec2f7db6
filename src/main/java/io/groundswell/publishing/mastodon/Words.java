package io.groundswell.publishing.mastodon;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares our words with what a server made of them: it wraps them in HTML, shortens mentions to the name, and hides
 * parts of addresses from the eye though not from the text. Spaces and line ends are left out of account.
 */
final class Words {
    private static final Pattern TAG = Pattern.compile("<[^<>]*+>");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-z]{2,6});");
    private static final Pattern REMOTE_MENTION = Pattern.compile("(?<![\\w/])@([\\w.-]+)@[\\w.-]*\\w");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u200B]+");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private Words() {}

    static boolean same(String ours, String html) {
        var shown = ENTITY.matcher(TAG.matcher(html).replaceAll(""))
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1))));
        return bare(ours).equals(bare(shown));
    }

    private static String bare(String text) {
        var mentions = REMOTE_MENTION.matcher(text).replaceAll("@$1");
        return Normalizer.normalize(SPACE.matcher(mentions).replaceAll(""), Normalizer.Form.NFC);
    }

    private static String character(String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, "&" + name + ";");
        }
        var hex = name.startsWith("#x");
        var point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
}
