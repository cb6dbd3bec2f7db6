package io.groundswell.generation.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Splits a subject into topics, and tells what subject a topic was made from. */
final class Topics {
    private final List<Frame> frames = Block.read("topics.txt").stream()
            .flatMap(block -> block.lines().stream().map(line -> Frame.of(block.name(), line)))
            .toList();

    /** The kinds of pillars there are for one subject. */
    enum Group {
        BASICS,
        PRACTICE,
        QUESTIONS,
        BEHIND
    }

    private record Frame(Group group, String angle, String before, String blank, String after) {
        static Frame of(String group, String line) {
            String[] sides = line.split(": ", 2);
            int open = sides[1].indexOf('{');
            int close = sides[1].indexOf('}');
            return new Frame(
                    Group.valueOf(group.toUpperCase(Locale.ROOT)),
                    sides[0],
                    sides[1].substring(0, open),
                    sides[1].substring(open + 1, close),
                    sides[1].substring(close + 1));
        }

        boolean takes(String subject) {
            return blank.equals("subject") || blank.equals(Wording.isThing(subject) ? "thing" : "skill");
        }

        String topic(String subject) {
            return before + subject + after;
        }

        boolean made(String topic) {
            return topic.length() > before.length() + after.length()
                    && topic.regionMatches(true, 0, before, 0, before.length())
                    && topic.endsWith(after);
        }

        Theme theme(String topic) {
            return new Theme(topic.substring(before.length(), topic.length() - after.length()), angle);
        }
    }

    /** {@code count} topics; neighbouring values of {@code turn} have few in common. Without a group, all are usable. */
    List<String> of(String subject, Group group, int turn, int count, Exclusions exclusions) {
        List<String> usable = frames.stream()
                .filter(frame -> group == null || frame.group() == group)
                .filter(frame -> frame.takes(subject))
                .map(frame -> frame.topic(subject))
                .filter(topic -> !exclusions.touch(topic))
                .toList();
        // All topics of a subject are taken in steps of three, so that neighbours come from different groups.
        int stride = group == null && usable.size() % 3 != 0 ? 3 : 1;
        return Stream.iterate(0, i -> i + 1)
                .limit(Math.min(count, usable.size()))
                .map(i -> Text.nth(usable, stride * ((long) turn * count + i)))
                .distinct()
                .toList();
    }

    Theme theme(String topic) {
        return frames.stream()
                .filter(frame -> frame.made(topic))
                .max(Comparator.comparingInt(
                        frame -> frame.before().length() + frame.after().length()))
                .map(frame -> frame.theme(topic))
                .orElse(new Theme(topic, null));
    }
}
