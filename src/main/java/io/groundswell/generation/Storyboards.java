package io.groundswell.generation;

/**
 * Makes clips for illustrators that only draw pictures: the script as a series of cards, rendered on this machine, which
 * costs nothing.
 */
record Storyboards(Illustrator cards) implements Illustrator {
    private static final String PROVIDER = "storyboard";

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public long estimateCents(IllustrationBrief brief) {
        return 0;
    }

    @Override
    public Gallery illustrate(IllustrationBrief brief) {
        var drawn = cards.illustrate(brief).illustrations();
        return new Gallery(drawn, new Usage(PROVIDER, Usage.Kind.IMAGE, "storyboard-1", 0, drawn.size(), 0));
    }
}
