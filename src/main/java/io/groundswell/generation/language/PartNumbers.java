package io.groundswell.generation.language;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The numbers of a thread's parts, such as "2/7", some of which come with the words although they are not asked for. Other fractions
 * that a part begins with, such as "24/7", are words of it.
 */
final class PartNumbers {
    private static final Pattern NUMBER = Pattern.compile("^\\(?(\\d{1,2})/(\\d{0,2})\\)?[.:]?\\s+");

    private PartNumbers() {}

    /** @param ahead of the place of its part, as where the first part has none */
    private record Series(int ahead, String of) {
        boolean fits(int parts) {
            return ahead == 0 && (of.isEmpty() || Integer.parseInt(of) == parts);
        }
    }

    private record Number(Series series, int end) {}

    static List<String> renewed(List<String> parts) {
        var given = IntStream.range(0, parts.size())
                .mapToObj(at -> number(parts.get(at), at + 1))
                .toList();
        return IntStream.range(0, parts.size())
                .mapToObj(
                        at -> "%d/%d %s".formatted(at + 1, parts.size(), without(given.get(at), parts.get(at), given)))
                .toList();
    }

    private static Number number(String part, int place) {
        var number = NUMBER.matcher(part);
        return number.find()
                ? new Number(new Series(Integer.parseInt(number.group(1)) - place, number.group(2)), number.end())
                : null;
    }

    private static String without(Number number, String part, List<Number> given) {
        if (number == null) {
            return part;
        }
        // Whoever counts parts may miscount them, or leave out the first, but goes on counting.
        var alike = given.stream()
                .filter(Objects::nonNull)
                .filter(other -> other.series().equals(number.series()))
                .count();
        var areAll = alike > 1 && alike >= given.size() - 1;
        return areAll || number.series().fits(given.size()) ? part.substring(number.end()) : part;
    }
}
