package io.groundswell.generation.sandbox;

import io.groundswell.content.Copy;
import io.groundswell.generation.sandbox.Angle.Step;
import io.groundswell.mission.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An article: headline, a teaser, and a body of 400 words and more: an introduction, sections on one angle each, the
 * topic's own first, and a conclusion.
 */
final class ArticleForm implements Form {
    private final Phrasebook phrasebook;

    ArticleForm(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    @Override
    public Copy write(Material material) {
        Caption caption = Caption.of(material);
        String headline = caption.headline(material);
        return new Copy(
                caption.text(),
                headline,
                caption.pick().hook(),
                body(material, caption.pick(), headline),
                caption.ending().cta(),
                caption.ending().hashtags(),
                null,
                material.allowed("Cover picture of the article: " + headline),
                null,
                null,
                null,
                null);
    }

    private String body(Material material, Pick pick, String headline) {
        Talk opening = new Talk(material, pick);
        Sheet sheet = new Sheet(material.brief().maxCharacters());
        List<String> first = Stream.concat(Stream.of(pick.hook(), pick.point()), opening.points(0, 2).stream())
                .filter(line -> !line.isEmpty())
                .toList();
        sheet.addSentences(new Flow(material).of(first));
        material.wording()
                .plainly("This article is for {audience}, and for anybody who wants to get further with {subject}.")
                .ifPresent(sheet::add);
        String mark = material.brief().platform() == Platform.BLOG ? "## " : "";
        List<Angle> sections = sections(material, pick.angle());
        for (int i = 0; i < sections.size(); i++) {
            Angle angle = sections.get(i);
            section(material, sheet, mark + title(angle, headline), angle, i % 2 == 1);
        }
        Snippets.of(material, phrasebook).ifPresent(sheet::add);
        conclusion(opening, sheet, mark);
        about(material, sheet);
        return sheet.toString();
    }

    private static List<Angle> sections(Material material, Angle first) {
        int count = 4 + material.wishes().length();
        List<Angle> all = material.angles();
        int start = all.indexOf(first);
        List<Angle> sections = new ArrayList<>(List.of(first));
        for (int i = 1; i <= all.size() && sections.size() < count; i++) {
            Angle next = Text.nth(all, start + material.brief().number() % 3 + i * 3L);
            if (!sections.contains(next)) {
                sections.add(next);
            }
        }
        return sections;
    }

    /** A title of the angle that the headline does not use already. */
    private static String title(Angle angle, String headline) {
        return angle.titles().stream()
                .filter(title -> !title.equals(headline))
                .findFirst()
                .orElse("");
    }

    private static void section(Material material, Sheet sheet, String title, Angle angle, boolean listed) {
        List<String> points = angle.points().stream()
                .skip(listed ? 0 : 3)
                .limit(listed ? 2 : 3)
                .toList();
        if (points.isEmpty() || sheet.left() < 600) {
            return;
        }
        Flow flow = new Flow(material);
        sheet.add(title.equals("## ") ? "" : title);
        sheet.addSentences(flow.of(points));
        List<Step> steps = angle.steps().stream().limit(listed ? 4 : 3).toList();
        if (listed) {
            List<String> entries = steps.stream().map(ArticleForm::told).toList();
            sheet.addList("", "- ", flow.of(entries));
        } else {
            sheet.addSentences(flow.of(steps.stream().map(ArticleForm::told).toList()));
        }
    }

    private static String told(Step step) {
        return Text.join(" ", step.act() + ".", step.reason());
    }

    private static void conclusion(Talk opening, Sheet sheet, String mark) {
        Material material = opening.material();
        Optional<String> heading = material.wording().plainly(mark + "Where to go from here");
        String wished = Talk.lastWords(material, sheet.left());
        String close = wished.isEmpty() ? opening.close(200) : wished;
        String summary = material.wording()
                .plainly("Pick the one idea from this page that fits your own {skill} best, and try it this week.")
                .or(() -> material.wording().plainly("Pick the one idea from this page that fits you best."))
                .orElse("");
        String text = Text.join(" ", summary, close);
        if (!text.isEmpty() && Text.length(text) + 40 < sheet.left()) {
            heading.ifPresent(sheet::add);
            sheet.add(text);
        }
    }

    private static void about(Material material, Sheet sheet) {
        String said = Phrases.clean(material.brief().brand().description());
        if (material.brand() != null
                && !said.isEmpty()
                && !material.exclusions().touch(said)) {
            sheet.add("About " + material.brand() + ": " + said + ".");
        }
    }
}
