package io.groundswell.generation.sandbox.picture;

/**
 * The words of one picture, all legible and none null.
 *
 * @param kind how it is laid out and coloured
 * @param count of the cards in the series, 1 for a single picture
 */
record Card(Kind kind, String brand, String headline, String support, int position, int count) {
    enum Kind {
        COVER,
        INNER,
        CLOSING
    }

    String altText() {
        String title = count == 1 ? "Title card" : "Slide " + position + " of " + count;
        String words = headline.isEmpty() ? "a pattern of geometric shapes" : "“" + headline + "”";
        String rest = support.isEmpty() ? "" : " with the line “" + support + "”";
        String owner = brand.isEmpty() || brand.equals(headline) ? "" : ", by " + brand;
        return title + ": " + words + rest + owner + ".";
    }
}
