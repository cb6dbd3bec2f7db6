package io.groundswell.testing;

import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * A text as a guide prints it. What differs from run to run may differ: ids, times, and what {@code …} stands for. An id that was seen
 * before is the same again, and a time in a month that the commands name is exactly that.
 */
final class PrintedText {
    private static final String TIME =
            "\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{3})?)?(?:Z|[+-]\\d\\d:\\d\\d)?)?";
    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern VARYING = Pattern.compile(String.join(
            "|",
            "(?<server>localhost:8080)",
            "(?<time>" + TIME + ")",
            "(?<id>\\b[a-z]{3}_(?=[a-z]*[0-9A-Z])[0-9A-Za-z]{12,16}\\b|\\b\\d{16}\\b|\\b[a-z]{3,5}_[0-9A-Za-z]{4}…)",
            "(?<uuid>\\b[0-9a-f]{4}…)",
            "(?<rest>…)"));

    private final String server;
    private final String commands;

    /** @param server host and port */
    PrintedText(String server, String commands) {
        this.server = server;
        this.commands = commands;
    }

    boolean fits(String printed, String actual, Ids ids) {
        var pattern = new StringBuilder();
        var learned = new ArrayList<String>();
        var varying = VARYING.matcher(printed);
        var at = 0;
        while (varying.find()) {
            pattern.append(Pattern.quote(printed.substring(at, varying.start())));
            var text = varying.group();
            if (varying.group("server") != null) {
                pattern.append(Pattern.quote(server));
            } else if (varying.group("rest") != null) {
                pattern.append(".*");
            } else if (varying.group("time") != null) {
                pattern.append(commands.contains(text.substring(0, 7)) ? Pattern.quote(text) : likeIt(text));
            } else if (ids.get(text) != null) {
                pattern.append(Pattern.quote(ids.get(text)));
            } else {
                learned.add(text);
                pattern.append('(')
                        .append(varying.group("uuid") != null ? UUID : id(text))
                        .append(')');
            }
            at = varying.end();
        }
        pattern.append(Pattern.quote(printed.substring(at)));
        var fitting = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(actual);
        if (!fitting.matches()) {
            return false;
        }
        for (var group = 0; group < learned.size(); group++) {
            if (!ids.put(learned.get(group), fitting.group(group + 1))) {
                return false;
            }
        }
        return true;
    }

    private static String likeIt(String time) {
        return time.replace(".", "\\.").replaceAll("\\d", "\\\\d").replaceAll("[+-](?=\\\\d\\\\d:\\\\d\\\\d$)", "[+-]");
    }

    private static String id(String printed) {
        var prefix = printed.substring(0, printed.indexOf('_') + 1);
        return prefix + "[0-9A-Za-z]" + (prefix.isEmpty() ? "{16}" : "+");
    }
}
