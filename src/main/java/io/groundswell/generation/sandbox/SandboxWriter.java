package io.groundswell.generation.sandbox;

import io.groundswell.content.Copy;
import io.groundswell.generation.Draft;
import io.groundswell.generation.Plan;
import io.groundswell.generation.PlanBrief;
import io.groundswell.generation.Usage;
import io.groundswell.generation.Writer;
import io.groundswell.generation.WritingBrief;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes without any account or network, from word lists, so that the whole product runs on a fresh machine. The same
 * brief always gives the same draft, and no two numbers of a mission open alike. It states no facts: only advice,
 * questions and opinions that hold for any topic. All its texts are English.
 *
 * <p>Where the copy of each type is found:
 *
 * <ul>
 *   <li>post, story: {@code primary} is the whole text, {@code hook} and {@code body} its two halves;
 *   <li>thread: 3 to 10 {@code threadParts} that begin with "1/5 ", {@code primary} is null;
 *   <li>carousel: {@code primary} is the caption; each line of {@code body} is the headline of one slide, 4 to 6 of
 *       them, and the first, equal to {@code headline}, is the cover;
 *   <li>reel, video: {@code primary} is the caption, each line of {@code body} one beat of the script;
 *   <li>article: {@code primary} is the teaser, {@code body} the article (Markdown headings on a blog);
 *   <li>poll: {@code primary} leads in, {@code poll} asks.
 * </ul>
 *
 * {@code cta} and {@code hashtags} are never part of {@code primary} or the last thread part, and fit below it within
 * {@code maxCharacters}, each behind a blank line. See {@link Confidence} for how drafts are rated. Where the excluded
 * topics or the limit leave no sentence to say, both methods fail with a permanent
 * {@link io.groundswell.generation.ProviderFailure}.
 */
public final class SandboxWriter implements Writer {
    private static final String PROVIDER = "sandbox";
    private static final String MODEL = "sandbox-writer-1";
    private static final long PLAN_CENTS = 5;
    private static final long WRITE_CENTS = 2;
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final Phrasebook phrasebook = new Phrasebook();
    private final Grammar grammar = new Grammar();
    private final Topics topics = new Topics();
    private final Planner planner = new Planner(grammar, topics);

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public long estimateCents(PlanBrief brief) {
        return PLAN_CENTS;
    }

    @Override
    public long estimateCents(WritingBrief brief) {
        return WRITE_CENTS;
    }

    @Override
    public Plan plan(PlanBrief brief) {
        List<Plan.Pillar> pillars = planner.pillars(brief);
        return new Plan(pillars, Planner.formatMix(brief), usage(PLAN_CENTS, brief, pillars));
    }

    @Override
    public Draft write(WritingBrief brief) {
        Material material = Material.of(brief, phrasebook, grammar, topics);
        Copy copy = form(brief).write(material);
        return new Draft(
                copy,
                material.topic(),
                audience(material),
                "en",
                Confidence.of(material, copy),
                usage(WRITE_CENTS, brief, copy));
    }

    private Form form(WritingBrief brief) {
        return switch (brief.type()) {
            case POST -> new PostForm(phrasebook);
            case THREAD -> new ThreadForm(phrasebook);
            case CAROUSEL -> new SlidesForm();
            case REEL, VIDEO -> new ClipForm();
            case STORY -> new StoryForm();
            case ARTICLE -> new ArticleForm(phrasebook);
            case POLL -> new PollForm();
        };
    }

    private static String audience(Material material) {
        return material.audience() == null
                ? "people interested in " + material.subject()
                : material.audience().name();
    }

    private static Usage usage(long cents, Object... texts) {
        String all = Stream.of(texts).map(String::valueOf).collect(Collectors.joining(" "));
        return new Usage(PROVIDER, Usage.Kind.LLM, MODEL, Text.length(all) / CHARACTERS_PER_TOKEN, 0, cents);
    }
}
