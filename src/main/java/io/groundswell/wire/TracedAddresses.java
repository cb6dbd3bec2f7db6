package io.groundswell.wire;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import io.opentelemetry.semconv.ClientAttributes;
import io.opentelemetry.semconv.NetworkAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.opentelemetry.semconv.UserAgentAttributes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Addresses have secrets: keys and signatures in their queries, tokens of reviews and ids of users in their paths, anything in those of
 * webhooks; and those of clients are visitors' own. Traces leave the server, so these are taken out of each span when it begins and when
 * it ends, which is when the framework puts them in.
 */
@ApplicationScoped
public class TracedAddresses implements ExtendedSpanProcessor {
    private static final String HIDDEN = "REDACTED";
    /** Escaped, any path may lead to a review. */
    private static final Pattern SECRET_PATH =
            Pattern.compile("(?i)^/*review/.*|^/*projects/+[^/]+/+users/.*|.*%.*", Pattern.DOTALL);

    private static final Pattern ORIGIN =
            Pattern.compile("^([a-zA-Z]+://)(?:[^/?#]*@)?([^/?#@]*)[/?#].*", Pattern.DOTALL);

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        hide(span);
    }

    @Override
    public void onEnding(ReadWriteSpan span) {
        hide(span);
    }

    private static void hide(ReadWriteSpan span) {
        change(span, UrlAttributes.URL_QUERY, query -> HIDDEN);
        change(span, UrlAttributes.URL_PATH, path -> SECRET_PATH.matcher(path).matches() ? HIDDEN : path);
        change(span, UrlAttributes.URL_FULL, address -> ORIGIN.matcher(address).replaceFirst("$1$2/" + HIDDEN));
        change(span, ClientAttributes.CLIENT_ADDRESS, client -> HIDDEN);
        change(span, NetworkAttributes.NETWORK_PEER_ADDRESS, client -> HIDDEN);
        change(span, UserAgentAttributes.USER_AGENT_ORIGINAL, browser -> HIDDEN);
    }

    private static void change(ReadWriteSpan span, AttributeKey<String> name, UnaryOperator<String> change) {
        var value = span.getAttribute(name);
        if (value != null) {
            span.setAttribute(name, change.apply(value));
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public boolean isOnEndingRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // It can no longer be changed.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
