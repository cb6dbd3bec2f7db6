package io.groundswell.generation.sandbox;

/** The short text that goes with slides, a clip or a poll, and the ending below it. */
record Caption(Pick pick, String text, Ending ending) {
    private static final int USUAL = 220;
    private static final int TERSE = 110;

    static Caption of(Material material) {
        int limit = material.brief().maxCharacters();
        int length = material.wishes().length();
        String last = Talk.lastWords(material, limit / 3);
        int kept = last.isEmpty() ? 0 : Text.length(last) + 2;
        Ending ending = Ending.of(material, limit, USUAL - 25 + kept);
        int room = limit - ending.length() - kept;
        Pick pick = Pick.from(material, Math.min(room, length < 0 ? TERSE : USUAL), second(length));
        Talk talk = new Talk(material, pick);
        Sheet sheet = new Sheet(room);
        sheet.add(pick.hook());
        sheet.add(" ", new Flow(material).after(pick.hook(), pick.point()));
        if (length > 0) {
            talk.points(0, 2).forEach(point -> sheet.add(" ", point));
        }
        sheet.add("", talk.emoji());
        return new Caption(pick, Text.join("\n\n", sheet.toString(), last), ending);
    }

    private static Pick.Second second(int length) {
        return length < 0 ? Pick.Second.SHORT : Pick.Second.POINT_OR_STEPS;
    }

    /** A title of the pick's angle, or the hook where none may be used. */
    String headline(Material material) {
        boolean planned = pick.angle().name().equals(material.home()) && material.spin("title") % 3 == 0;
        String title = planned ? material.topic() : Text.nth(pick.angle().titles(), material.spin("title"));
        return title == null ? pick.hook() : Text.capitalized(title);
    }
}
