package io.groundswell.wire.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.shared.Refusal;
import io.groundswell.text.Sha256;
import io.groundswell.wire.Bodies;
import io.groundswell.wire.Contract;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Dresser;
import io.groundswell.wire.Failures;
import io.groundswell.wire.JsonMerge;
import io.groundswell.wire.limit.KeptAnswers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * See {@link Idempotent}. Answers are kept when they are 2xx, or, but for creators, 4xx that the same call would always
 * get.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class Idempotency {
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,255}");
    private static final String ANY_BODY = "";
    private static final int LONGEST_ADDRESS = 200;
    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 429);

    private final IdempotencyKeys keys;
    private final KeptAnswers kept;
    private final CurrentCaller caller;
    private final RoutingContext routing;
    private final ObjectMapper json;
    private final Failures failures;
    private final Dresser dresser;

    Idempotency(
            IdempotencyKeys keys,
            KeptAnswers kept,
            CurrentCaller caller,
            RoutingContext routing,
            ObjectMapper json,
            Failures failures,
            Dresser dresser) {
        this.keys = keys;
        this.kept = kept;
        this.caller = caller;
        this.routing = routing;
        this.json = json;
        this.failures = failures;
        this.dresser = dresser;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var text = routing.request().getHeader("Idempotency-Key");
        if (text == null) {
            return call.proceed();
        }
        if (!PRINTABLE.matcher(text).matches()) {
            throw Refusal.invalid("Idempotency-Key", "Idempotency-Key must be 1 to 255 printable ASCII characters");
        }
        var hash = ofCreators() ? ANY_BODY : bodyHash();
        var key = new IdempotencyKey(caller.owner(), routing.request().method().name(), address(), text, hash);
        var rules = call.getMethod().getAnnotation(Idempotent.class);
        var seal = rules.sealed() ? new Seal(routing.request().getHeader("Authorization"), key) : null;
        try {
            return rules.detached() ? detached(key, call, seal) : together(key, call, seal);
        } catch (Replay stored) {
            throw seal == null ? stored : new Replay(stored.status(), seal.open(stored.body()));
        } catch (Refusal | ValidationException | WebApplicationException | JsonMerge.Unreadable refused) {
            keep(key, refused, seal);
            throw refused;
        }
    }

    /** Its keys are good for one address each and for any body, and only what was done is kept. */
    private boolean ofCreators() {
        return Contract.of(routing.normalizedPath()) == Contract.CREATORS;
    }

    /** One address, however it is spelled. An index takes no longer ones than this. */
    private String address() {
        var path = routing.normalizedPath().replaceFirst("/+$", "");
        return path.length() <= LONGEST_ADDRESS
                ? path
                : path.substring(0, LONGEST_ADDRESS) + hash(path.getBytes(StandardCharsets.UTF_8));
    }

    private Object together(IdempotencyKey key, InvocationContext call, Seal seal) {
        var answer = QuarkusTransaction.requiringNew().call(() -> {
            reserve(key, false);
            var done = answer(call, call.proceed(), seal);
            keys.settle(key, done.status(), done.body());
            return done;
        });
        kept.count(key.owner(), answer.body());
        return answer.result();
    }

    private Object detached(IdempotencyKey key, InvocationContext call, Seal seal) throws Exception {
        QuarkusTransaction.requiringNew().run(() -> reserve(key, true));
        try {
            var answer = answer(call, call.proceed(), seal);
            settle(key, answer.status(), answer.body());
            return answer.result();
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew().run(() -> keys.release(key));
            throw e;
        }
    }

    private void reserve(IdempotencyKey key, boolean detached) {
        if (ofCreators()) {
            keys.reserveForOneAddress(key, detached);
        } else {
            keys.reserve(key, detached);
        }
        kept.requireRoom(key.owner());
    }

    private void settle(IdempotencyKey key, int status, String body) {
        QuarkusTransaction.requiringNew().run(() -> keys.settle(key, status, body));
        kept.count(key.owner(), body);
    }

    private record Answer(Object result, int status, String body) {}

    private Answer answer(InvocationContext call, Object result, Seal seal) {
        if (result instanceof RestResponse<?> response) {
            return new Answer(result, response.getStatus(), closed(write(response.getEntity()), seal));
        }
        var declared = call.getMethod().getAnnotation(ResponseStatus.class);
        return new Answer(result, declared == null ? 200 : declared.value(), closed(write(result), seal));
    }

    private static String closed(String answer, Seal seal) {
        return seal == null ? answer : seal.close(answer);
    }

    /** The refusal undid the reservation together with the effect, so the answer is stored by itself. */
    private void keep(IdempotencyKey key, RuntimeException refused, Seal seal) {
        if (ofCreators()) {
            return;
        }
        var ofThisKey = refused instanceof Refusal refusal && refusal.code() instanceof IdempotencyKeys.KeyError;
        var failure = failures.of(refused, routing.request().getHeader("X-Request-ID"));
        if (!ofThisKey && failure.status() < 500 && !NOT_KEPT.contains(failure.status())) {
            var body = closed(dresser.text(Contract.of(routing.normalizedPath()), failure), seal);
            settle(key, failure.status(), body);
        }
    }

    private String write(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is always writable", e);
        }
    }

    private String bodyHash() {
        byte[] body = routing.get(Bodies.BYTES);
        return hash(body == null ? "{}".getBytes(StandardCharsets.UTF_8) : body);
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
