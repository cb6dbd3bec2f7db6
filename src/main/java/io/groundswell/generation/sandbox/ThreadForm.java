package io.groundswell.generation.sandbox;

import io.groundswell.content.Copy;
import io.groundswell.generation.sandbox.Angle.Step;
import java.util.ArrayList;
import java.util.List;

/** A thread of 3 to 10 numbered parts: the hook and what will follow, a step and its reason in each, a closing line. */
final class ThreadForm implements Form {
    private static final int NUMBERING = "10/10 ".length();
    private static final List<String> COUNTS = List.of("no", "one", "two", "three", "four", "five", "six");
    private final Phrasebook phrasebook;

    ThreadForm(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    @Override
    public Copy write(Material material) {
        int limit = material.brief().maxCharacters();
        int room = limit - NUMBERING;
        Ending ending = Ending.of(material, limit, NUMBERING + Math.min(90, limit / 2));
        Pick pick = Pick.from(material, Math.min(room, 400), Pick.Second.POINT);
        Talk talk = new Talk(material, pick);
        List<String> middle = middle(talk, room);
        List<String> parts = new ArrayList<>();
        parts.add(opening(talk, room, middle.size()));
        parts.addAll(middle);
        parts.add(last(talk, room - ending.length()));
        parts.removeIf(String::isEmpty);
        return new Copy(
                null,
                null,
                pick.hook(),
                null,
                ending.cta(),
                ending.hashtags(),
                null,
                null,
                numbered(parts),
                null,
                null,
                null);
    }

    private static String opening(Talk talk, int room, int count) {
        Pick pick = talk.pick();
        Sheet sheet = new Sheet(room);
        sheet.add(pick.hook());
        sheet.add(new Flow(talk.material()).after(pick.hook(), pick.point()));
        talk.material()
                .wording()
                .plainly("Here are " + COUNTS.get(Math.min(count, 6)) + " things that help with {subject}.")
                .filter(line -> count >= 2)
                .ifPresent(sheet::add);
        return sheet.toString();
    }

    private List<String> middle(Talk talk, int room) {
        Material material = talk.material();
        int wished = material.wishes().length();
        int count = wished < 0 ? 2 : 3 + material.spin("parts") % 2 + 2 * Math.max(0, wished);
        List<String> parts = new ArrayList<>();
        for (Step step : talk.steps(count)) {
            Sheet part = new Sheet(room);
            part.add(step.act() + ".");
            part.add(step.reason());
            parts.add(part.toString());
        }
        Snippets.of(material, phrasebook)
                .filter(snippet -> Text.length(snippet) <= room)
                .ifPresent(parts::add);
        return parts;
    }

    private static String last(Talk talk, int room) {
        String wished = Talk.lastWords(talk.material(), room - 2);
        Sheet sheet = new Sheet(room);
        sheet.add(wished.isEmpty() ? talk.close(room) : wished);
        sheet.add("", talk.emoji());
        return sheet.toString();
    }

    private static List<String> numbered(List<String> parts) {
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            numbered.add((i + 1) + "/" + parts.size() + " " + parts.get(i));
        }
        return numbered;
    }
}
