package io.groundswell.wire;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.semconv.UrlAttributes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Addresses have secrets: keys and signatures in their queries, tokens of reviews in their paths, anything in those of webhooks. Traces
 * leave the server, so these are taken out of each span when it begins, which is when the framework puts them in.
 */
@ApplicationScoped
public class TracedAddresses implements SpanProcessor {
    private static final String HIDDEN = "REDACTED";
    /** Escaped, any path may lead to a review. */
    private static final Pattern SECRET_PATH = Pattern.compile("(?i)^/*review/.*|.*%.*", Pattern.DOTALL);

    private static final Pattern ORIGIN =
            Pattern.compile("^([a-zA-Z]+://)(?:[^/?#]*@)?([^/?#@]*)[/?#].*", Pattern.DOTALL);

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        change(span, UrlAttributes.URL_QUERY, query -> HIDDEN);
        change(span, UrlAttributes.URL_PATH, path -> SECRET_PATH.matcher(path).matches() ? HIDDEN : path);
        change(span, UrlAttributes.URL_FULL, address -> ORIGIN.matcher(address).replaceFirst("$1$2/" + HIDDEN));
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
    public void onEnd(ReadableSpan span) {
        // It is as it began.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
