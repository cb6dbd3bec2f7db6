package io.groundswell.wire;

import io.groundswell.shared.PublicId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** What happens to every request before anything else: it gets an id, a name in metrics, a media type we can read and a size limit. */
@ApplicationScoped
class Requests {
    /** What has the priority of the framework's own comes behind it. */
    private static final int FRAMEWORK_AUTHENTICATION = SecurityHandlerPriorities.AUTHENTICATION;

    /** Where metrics find the path of the resource that took a request. Without one they would tell its whole address, secrets included. */
    static final String MEASURED_AS = "UrlPathTemplate";

    static final String TAKEN_BY_NONE = "/other";

    private static final long LINGER_MS = 2_000;
    private static final int MAX_METHOD = 32;
    private static final int MAX_ADDRESS = 8_192;
    private static final int MAX_HEADERS = 32_768;
    /** What separates a name from its value, and one header from the next. */
    private static final int HEADER_MARKS = 4;

    private static final Pattern TRACEABLE = Pattern.compile("[ -~]{1,128}");
    /** From a semicolon on the framework leaves a segment out, so that the id {@code a;b} would be that of somebody else. */
    private static final String LEFT_OUT = ";";
    /** Goes up, from one of the users of a project to the project. */
    private static final Pattern STEP = Pattern.compile("/(?:\\.|%2[Ee]){1,2}(?:/|$)");

    private final BodyFence fence;
    private final Dresser dresser;
    private final AnswerHeaders headers;

    Requests(BodyFence fence, Dresser dresser, WireConfig config) {
        this.fence = fence;
        this.dresser = dresser;
        this.headers = AnswerHeaders.of(config);
    }

    void register(@Observes Filters filters) {
        // Before the filters of the framework, so that whatever they answer carries the request id.
        filters.register(this::prepare, 1_000);
        filters.register(Requests::doNotPrepareToFail, FRAMEWORK_AUTHENTICATION);
    }

    /** What the router refuses before any filter: a request without a Host header. */
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::unroutable);
    }

    /**
     * Nothing here uses the framework's own authentication. It would still look up, at a tenth of what a small request costs, which
     * address to count under if it should fail later.
     */
    private static void doNotPrepareToFail(RoutingContext context) {
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        context.next();
    }

    private void unroutable(RoutingContext context) {
        if (context.statusCode() == 400) {
            refuse(context, Failure.of(400, "The request has no usable Host header", identify(context)));
        } else {
            context.next();
        }
    }

    private void prepare(RoutingContext context) {
        var request = context.request();
        var id = identify(context);
        var failure = unreadable(context, id);
        if (failure == null) {
            var contract = Contract.of(context.normalizedPath());
            contract.announce(context.response());
            readAsJson(request, contract);
            context.next();
        } else {
            refuse(context, failure);
        }
    }

    private String identify(RoutingContext context) {
        var request = context.request();
        var id = request.getHeader(HeaderNames.REQUEST_ID);
        if (id == null || !TRACEABLE.matcher(id).matches()) {
            id = "req_" + PublicId.guessable(12);
            request.headers().set(HeaderNames.REQUEST_ID, id);
        }
        context.response().putHeader(HeaderNames.REQUEST_ID, id);
        headers.put(context.response());
        MDC.put("requestId", id);
        ((HttpServerRequestInternal) request).context().putLocal(MEASURED_AS, TAKEN_BY_NONE);
        return id;
    }

    private Failure unreadable(RoutingContext context, String id) {
        var request = context.request();
        if (request.method().name().length() > MAX_METHOD) {
            return Failure.of(400, "The method is longer than %,d characters".formatted(MAX_METHOD), id);
        }
        if (request.uri().length() > MAX_ADDRESS) {
            return Failure.of(414, "The address is longer than %,d characters".formatted(MAX_ADDRESS), id);
        }
        if (headerBytes(request) > MAX_HEADERS) {
            return Failure.of(431, "The headers are larger than %,d bytes".formatted(MAX_HEADERS), id);
        }
        if (!Escapes.areText(request.uri())) {
            return Failure.of(400, "The address contains an escape that stands for no text", id);
        }
        // Browsers and curl leave many of these in the query, which need not be an address then.
        if (!isAddress(request.path())) {
            return Failure.of(400, "The path contains a character that has to be escaped", id);
        }
        if (request.path().contains(LEFT_OUT)) {
            return Failure.of(400, "The path contains ';', which has to be escaped as %3B", id);
        }
        if (STEP.matcher(request.path()).find()) {
            return Failure.of(400, "The path contains '.' or '..' as a part of its own", id);
        }
        // Many clients go up themselves, and there is nothing left of the '..' but this.
        if (request.method() == HttpMethod.DELETE && request.path().endsWith("/")) {
            return Failure.of(400, "The path ends with '/', so it may not be the one of what is to be deleted", id);
        }
        if (isEncoded(request)) {
            return Failure.of(400, "The body has a Content-Encoding: send it as it is", id);
        }
        var most = fence.most(context.normalizedPath());
        return declaredBytes(request) > most ? Failure.of(413, tooLarge(most), id) : null;
    }

    private static boolean isAddress(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static long headerBytes(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToLong(
                        header -> header.getKey().length() + header.getValue().length() + HEADER_MARKS)
                .sum();
    }

    private void refuse(RoutingContext context, Failure failure) {
        var request = context.request();
        var ownConnection = request.version() != HttpVersion.HTTP_2;
        if (ownConnection) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        // As it was sent: what cannot be read cannot be brought into its plain form.
        var contract = Contract.of(request.path());
        contract.announce(context.response());
        dresser.answer(context.response(), contract, failure);
        // Reads on for a moment: a client that is still sending would lose the answer to a closed connection.
        request.resume();
        if (ownConnection) {
            context.vertx().setTimer(LINGER_MS, over -> request.connection().close());
        }
    }

    static String tooLarge(long limit) {
        return "The request body is larger than %,d bytes".formatted(limit);
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || declaredBytes(request) > 0;
    }

    private static boolean isEncoded(HttpServerRequest request) {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity") && hasBody(request);
    }

    private static long declaredBytes(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.chars().allMatch(Character::isDigit) || length.length() > 18
                ? (length == null ? 0 : Long.MAX_VALUE)
                : Long.parseLong(length);
    }

    /**
     * The documented calls send JSON without naming it: curl then says form, a browser's beacon says text. Where there is
     * no body its type says nothing. What a page sends is a form.
     */
    private static void readAsJson(HttpServerRequest request, Contract contract) {
        if (contract == Contract.PAGES) {
            return;
        }
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        var plain = type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        var lenient = !hasBody(request)
                || plain.isEmpty()
                || plain.equals("application/x-www-form-urlencoded")
                || plain.endsWith("+json");
        if (lenient || contract == Contract.SITE) {
            request.headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
        }
    }
}
