package io.groundswell.event;

import static io.groundswell.event.Automaton.Category.AI_AGENT;
import static io.groundswell.event.Automaton.Category.GENERIC;
import static io.groundswell.event.Automaton.Category.HEADLESS_BROWSER;
import static io.groundswell.event.Automaton.Category.LINK_PREVIEW;
import static io.groundswell.event.Automaton.Category.MONITORING;
import static io.groundswell.event.Automaton.Category.SCRIPT;
import static io.groundswell.event.Automaton.Category.SEARCH;
import static io.groundswell.event.Automaton.Category.SEO;
import static io.groundswell.event.Automaton.Category.UNNAMED;

import io.groundswell.event.Automaton.Category;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises automata by what they call themselves in {@code User-Agent}. */
final class Automata {
    /** A word of its own: there are devices whose names end like this. */
    private static final Pattern BOT = Pattern.compile("(?<![a-z0-9])bot(?=[/ ;,)-])");

    private record Names(Category category, List<String> names) {}

    private static final List<Names> KNOWN = List.of(
            names(AI_AGENT, "chatgpt-user gptbot anthropic-ai claudebot amazonbot bytespider cohere-ai perplexitybot"),
            names(SEARCH, "googlebot bingbot slurp duckduckbot baiduspider yandexbot sogou exabot ia_archiver"),
            names(
                    LINK_PREVIEW,
                    "facebookexternalhit facebot twitterbot linkedinbot whatsapp telegrambot discordbot slackbot"),
            names(SEO, "ahrefsbot semrushbot mj12bot dotbot rogerbot megaindex"),
            new Names(SEO, List.of("screaming frog")),
            names(HEADLESS_BROWSER, "headlesschrome phantomjs puppeteer playwright selenium"),
            names(MONITORING, "lighthouse pagespeed uptimerobot pingdom datadog site24x7 statuscake"),
            names(
                    SCRIPT,
                    "curl/ wget/ libwww-perl python-requests scrapy go-http-client httpie/ node-fetch undici axios/ got/"
                            + " node/ deno/ bun/"),
            names(GENERIC, "crawler spider scraper"));

    private Automata() {}

    private static Names names(Category category, String names) {
        return new Names(category, List.of(names.split(" ")));
    }

    /** Null for what seems to be a person's. */
    static Automaton recognise(String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return new Automaton(UNNAMED, "");
        }
        var agent = userAgent.toLowerCase(Locale.ROOT);
        for (var known : KNOWN) {
            for (var name : known.names()) {
                if (agent.contains(name)) {
                    return new Automaton(known.category(), name);
                }
            }
        }
        return BOT.matcher(agent).find() ? new Automaton(GENERIC, "bot") : null;
    }
}
