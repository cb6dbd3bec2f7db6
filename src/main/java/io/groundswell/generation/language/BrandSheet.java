package io.groundswell.generation.language;

import io.groundswell.generation.Brand;

/** What a prompt tells of a brand. */
final class BrandSheet {
    private static final int MOST_TEXT = 2_000;
    private static final int MOST_LINE = 300;
    private static final int MOST_LINES = 50;
    private static final int MOST_EXAMPLES = 5;

    private BrandSheet() {}

    static Sheet of(Brand brand) {
        return new Sheet()
                .line("name", brand.name(), MOST_LINE)
                .line("website", brand.website(), MOST_TEXT)
                .line("description", brand.description(), MOST_TEXT)
                .line("tone", brand.voice().tone(), MOST_LINE)
                .line("writing_style", brand.voice().writingStyle(), MOST_TEXT)
                .lines("topic", brand.topics(), MOST_LINES, MOST_LINE)
                .lines("avoid", brand.avoid(), MOST_LINES, MOST_LINE)
                .lines("competitor", brand.competitors(), MOST_LINES, MOST_LINE)
                .lines("good_post", brand.goodPosts(), MOST_EXAMPLES, MOST_TEXT)
                .lines("bad_post", brand.badPosts(), MOST_EXAMPLES, MOST_TEXT);
    }
}
