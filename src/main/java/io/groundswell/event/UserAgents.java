package io.groundswell.event;

import io.groundswell.work.Daemon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import ua_parser.Client;
import ua_parser.Parser;

/** Reads browsers, systems and devices out of {@code User-Agent}. */
@ApplicationScoped
class UserAgents {
    /** Requests that wait for the rules: as many as clients have before the first answer, and not what they send in seconds. */
    static final int MOST_WAITING = 500;
    /** Of the bytes of events that may wait, what may wait for the rules. While it does, it takes a multiple of that. */
    private static final int SHARE = 4;

    private static final int MOST_REMEMBERED = 2_000;
    private static final int LONGEST = 512;
    private static final String UNKNOWN = "Other";

    private final Map<String, Agent> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Agent> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    private final Supplier<Parser> rules;
    private final long mostBytes;
    private final AtomicLong waitingBytes = new AtomicLong();
    private CompletableFuture<Parser> parser;

    @Inject
    UserAgents(EventConfig config) {
        this(Parser::new, config.mostWaitingBytes() / SHARE);
    }

    /** @param mostBytes of requests that may wait for the rules */
    UserAgents(Supplier<Parser> rules, long mostBytes) {
        this.rules = rules;
        this.mostBytes = mostBytes;
    }

    /** Each may be null. */
    record Agent(String browser, String os, String device) {}

    /** Whether so much waits for the rules that another request of so many bytes would fill the memory. */
    synchronized boolean isCrowded(long bytes) {
        return parser != null
                && !parser.isDone()
                && (parser.getNumberOfDependents() >= MOST_WAITING || waitingBytes.get() + bytes > mostBytes);
    }

    /**
     * Done at once, except while the rules are loaded.
     *
     * @param bytes of the request, which is kept until then
     */
    CompletionStage<Agent> read(String userAgent, long bytes) {
        var text = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
        var agent = known.get(text);
        return agent == null ? ask(text, bytes) : CompletableFuture.completedFuture(agent);
    }

    private CompletionStage<Agent> ask(String text, long bytes) {
        waitingBytes.addAndGet(bytes);
        return parser().thenApply(rules -> remember(text, rules))
                .whenComplete((agent, failure) -> waitingBytes.addAndGet(-bytes));
    }

    private Agent remember(String text, Parser rules) {
        var client = rules.parse(text);
        var agent = new Agent(browser(client), os(client), device(client, text));
        known.put(text, agent);
        return agent;
    }

    /**
     * Its rules take seconds to load, and not every server is told events: they are loaded for the first that is, on a thread of their
     * own, so that neither an event loop nor the start waits.
     */
    private synchronized CompletableFuture<Parser> parser() {
        if (parser == null || parser.isCompletedExceptionally()) {
            parser = CompletableFuture.supplyAsync(rules, loading -> Daemon.start("user-agents", loading));
        }
        return parser;
    }

    /** One name for a browser, wherever it runs. */
    private static String browser(Client client) {
        var family = client.userAgent.family;
        return UNKNOWN.equals(family)
                ? null
                : family.replaceFirst("^Mobile ", "").replaceFirst(" (Mobile|iOS|WebView)( iOS| WebView)?$", "");
    }

    private static String os(Client client) {
        var family = client.os.family;
        return UNKNOWN.equals(family) ? null : family.equals("Mac OS X") ? "macOS" : family;
    }

    /** Android says of phones that they are mobile, and nothing of tablets. */
    private static String device(Client client, String text) {
        return switch (client.os.family) {
            case "iOS" -> client.device.family.startsWith("iPad") ? "tablet" : "mobile";
            case "Android" -> text.contains("Mobile") ? "mobile" : "tablet";
            case "Windows Phone", "KaiOS", "BlackBerry OS" -> "mobile";
            case UNKNOWN -> null;
            default -> "desktop";
        };
    }
}
