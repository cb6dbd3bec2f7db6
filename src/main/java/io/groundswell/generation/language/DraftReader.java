package io.groundswell.generation.language;

import io.groundswell.content.ContentRules;
import io.groundswell.content.Copy;
import io.groundswell.generation.Draft;
import io.groundswell.generation.Usage;
import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.Platform;
import java.util.List;
import java.util.stream.Stream;

/** Reads the words of an item, and holds them to the rules of their type and platform. */
final class DraftReader {
    private static final int MOST_HASHTAGS = 30;
    private static final int MOST_HASHTAG = 100;
    private static final int MOST_AUDIENCE = 200;
    private static final int MOST_ALT_TEXT = 1_000;

    private final WritingBrief brief;
    private final ContentRules rules;

    DraftReader(WritingBrief brief, ContentRules rules) {
        this.brief = brief;
        this.rules = rules;
    }

    record Written(Copy copy, String audience, String language, double confidence) {
        Draft toDraft(String topic, Usage usage) {
            return new Draft(copy, topic, audience, language, confidence, usage);
        }
    }

    Reading<Written> read(String answer) {
        return Answers.read(answer, given -> {
            var fields = given.spelled(this::withPlainLink);
            fields.only(DraftForm.fields(brief.type()));
            var written = new Written(
                    CopyReader.read(brief, fields, closing(fields)),
                    fields.needed("target_audience", MOST_AUDIENCE),
                    language(fields),
                    // A model's opinion of itself, of which no more is believed than that it is a share.
                    Math.max(0, Math.min(1, fields.number("confidence"))));
            if (fields.faults().isEmpty()) {
                check(written.copy(), fields);
            }
            return written;
        });
    }

    /** Some models copy the link as it stands between its tags. */
    private String withPlainLink(String text) {
        return brief.linkTo() == null ? text : text.replace(Sheet.escaped(brief.linkTo()), brief.linkTo());
    }

    private static CopyReader.Closing closing(Fields fields) {
        var hashtags = fields.texts("hashtags", 0, MOST_HASHTAGS, MOST_HASHTAG).stream()
                .map(tag -> "#" + tag.replaceAll("[#\\s]", ""))
                .filter(tag -> tag.length() > 1)
                .toList();
        return new CopyReader.Closing(
                fields.needed("hook", 500),
                fields.text("call_to_action", 1_000),
                hashtags,
                fields.text("alt_text", MOST_ALT_TEXT));
    }

    private static String language(Fields fields) {
        var language = fields.needed("language", 10);
        if (!language.matches("[a-z]{2}")) {
            fields.wrong("language must be a code of two small letters");
        }
        return language;
    }

    private void check(Copy copy, Fields fields) {
        // The pictures are made from the words, so nothing can be said about them yet.
        rules.violations(brief.platform(), brief.type(), copy, List.of()).stream()
                .filter(violation -> !violation.param().equals("visuals"))
                .forEach(violation -> fields.wrong(violation.message()));
        if (brief.linkTo() != null) {
            checkLink(copy, fields);
        }
        if (brief.platform() == Platform.TWITTER
                && copy.poll() != null
                && copy.poll().options().stream().anyMatch(option -> option.length() > 25)) {
            fields.wrong("an answer of a poll on twitter has at most 25 characters");
        }
    }

    private void checkLink(Copy copy, Fields fields) {
        if (texts(copy).anyMatch(this::carriesLink)) {
            return;
        }
        if (!carriesLink(copy.cta())) {
            fields.wrong("the call to action must carry the address in link, unchanged");
        } else if (!rules.closingFits(brief.platform(), brief.type(), copy)) {
            fields.wrong("the call to action and the hashtags do not fit below the last part, which has to be shorter");
        }
    }

    private boolean carriesLink(String text) {
        return text != null && text.contains(brief.linkTo());
    }

    private static Stream<String> texts(Copy copy) {
        return Stream.concat(Stream.of(copy.primary(), copy.body()), copy.threadParts().stream());
    }
}
