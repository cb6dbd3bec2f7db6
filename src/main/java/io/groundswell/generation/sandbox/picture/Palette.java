package io.groundswell.generation.sandbox.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The colours of one picture, as {@code 0xRRGGBB}. Ink and muted ink always have a contrast of 4.5 or more to the
 * paper, the accent 3 or more; the tiles are for ornaments that carry no text.
 */
record Palette(int paper, int ink, int muted, int accent, List<Integer> tiles) {

    /** Paper, ink, accent, then more colours for the ornaments. */
    private static final int[][] HOUSE = {
        {0x0F172A, 0xF8FAFC, 0x38BDF8, 0x6366F1, 0xF472B6, 0x1E293B},
        {0xFAF3E7, 0x1F2933, 0xE4572E, 0xF3A712, 0x29335C, 0x669BBC},
        {0x0B3D2E, 0xF2E8CF, 0xA7C957, 0x6A994E, 0xBC4749, 0xF2E8CF},
        {0x2D1B4E, 0xFFF4E6, 0xF7B267, 0xF4845F, 0xF25C54, 0x7A5CAB},
        {0xEEF4F7, 0x102A43, 0x0B7189, 0x228CDB, 0xF25F5C, 0xFFE066},
        {0x5C2018, 0xF7EDE2, 0xF6BD60, 0xF28482, 0x84A59D, 0xF7EDE2},
        {0x121212, 0xF5F5F5, 0xD7FF3E, 0x7CE577, 0xF5F5F5, 0x3A3A3A},
        {0xFFF1EE, 0x140F2D, 0xD72638, 0x3F88C5, 0xF49D37, 0x140F2D},
    };

    /** From the brand's colours where it has valid ones, otherwise from the house's, chosen by {@code random}. */
    static Palette of(List<String> brandColors, Random random) {
        List<Integer> brand = brandColors.stream()
                .flatMap(text -> Rgb.parse(text).stream())
                .distinct()
                .limit(5)
                .toList();
        return brand.isEmpty() ? house(HOUSE[random.nextInt(HOUSE.length)]) : branded(brand, random.nextInt(3));
    }

    private static Palette house(int[] colors) {
        return of(
                colors[0],
                colors[1],
                colors[2],
                List.of(colors[2], colors[3], colors[4], colors[5], Rgb.mix(colors[0], colors[1], 0.1)));
    }

    /** One brand gets three looks, or all its posts would look alike: its colour as it is, darkened, and as a tint. */
    private static Palette branded(List<Integer> brand, int look) {
        int first = brand.get(0);
        int paper =
                switch (look) {
                    case 0 -> first;
                    case 1 -> Rgb.mix(first, Rgb.BLACK, 0.75);
                    default -> Rgb.mix(first, Rgb.WHITE, 0.92);
                };
        List<Integer> tiles = new ArrayList<>(brand);
        tiles.add(Rgb.mix(first, Rgb.WHITE, 0.55));
        tiles.add(Rgb.mix(first, Rgb.BLACK, 0.45));
        tiles.add(Rgb.mix(paper, Rgb.opposite(paper), 0.1));
        int accent = brand.stream()
                .filter(color -> Rgb.contrast(color, paper) >= Rgb.SHAPE_CONTRAST)
                .findFirst()
                .orElse(brand.get(brand.size() - 1));
        return of(paper, Rgb.mix(paper, Rgb.opposite(paper), 0.95), accent, tiles);
    }

    private static Palette of(int paper, int ink, int accent, List<Integer> tiles) {
        int readableInk = Rgb.readable(ink, paper, Rgb.TEXT_CONTRAST);
        return new Palette(
                paper,
                readableInk,
                Rgb.readable(Rgb.mix(readableInk, paper, 0.25), paper, Rgb.TEXT_CONTRAST),
                Rgb.readable(accent, paper, Rgb.SHAPE_CONTRAST),
                List.copyOf(tiles));
    }

    /** The accent as paper, for the card that asks readers to act. */
    Palette closing() {
        int mark = Rgb.contrast(paper, accent) >= Rgb.contrast(ink, accent) ? paper : ink;
        return of(accent, mark, mark, tiles);
    }
}
