package io.groundswell.generation.sandbox;

import io.groundswell.content.Copy;

/** A story: one line to read in passing. */
final class StoryForm implements Form {
    private static final int USUAL = 180;
    private static final int TERSE = 80;

    @Override
    public Copy write(Material material) {
        int limit = material.brief().maxCharacters();
        String last = Talk.lastWords(material, limit / 3);
        int kept = Text.length(last) + 1;
        Ending ending = Ending.of(material, limit, USUAL + kept);
        int room = limit - ending.length() - kept;
        int length = material.wishes().length() < 0 ? TERSE : USUAL;
        Pick pick = Pick.from(material, Math.min(room, length), Pick.Second.SHORT);
        Sheet sheet = new Sheet(room);
        sheet.add(pick.hook());
        sheet.add(" ", new Flow(material).after(pick.hook(), pick.point()));
        if (material.wishes().length() > 0) {
            new Talk(material, pick).points(0, 1).forEach(point -> sheet.add(" ", point));
        }
        sheet.add("", new Talk(material, pick).emoji());
        String line = Text.join(" ", sheet.toString(), last);
        return new Copy(
                line,
                null,
                pick.hook(),
                pick.point(),
                ending.cta(),
                ending.hashtags(),
                null,
                material.allowed("Story with the line: " + pick.hook()),
                null,
                null,
                null,
                null);
    }
}
