package io.groundswell.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import ua_parser.Client;
import ua_parser.Parser;

/** Reads browsers, systems and devices out of {@code User-Agent}. */
@ApplicationScoped
class UserAgents {
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

    private Parser parser;

    /** Each may be null. */
    record Agent(String browser, String os, String device) {}

    Agent read(String userAgent) {
        var text = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
        var agent = known.get(text);
        if (agent == null) {
            agent = agent(text);
            known.put(text, agent);
        }
        return agent;
    }

    private Agent agent(String text) {
        var client = parser().parse(text);
        return new Agent(browser(client), os(client), device(client, text));
    }

    /** Its rules take a while to load, and not every server is told events. */
    private synchronized Parser parser() {
        if (parser == null) {
            parser = new Parser();
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
