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
import io.groundswell.wire.HeaderNames;
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
import java.util.Optional;
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
    private final RunningCalls running;
    private final KeyedCommit commit;
    private final KeptAnswers kept;
    private final CurrentCaller caller;
    private final RoutingContext routing;
    private final ObjectMapper json;
    private final Failures failures;
    private final Dresser dresser;

    Idempotency(
            IdempotencyKeys keys,
            RunningCalls running,
            KeyedCommit commit,
            KeptAnswers kept,
            CurrentCaller caller,
            RoutingContext routing,
            ObjectMapper json,
            Failures failures,
            Dresser dresser) {
        this.keys = keys;
        this.running = running;
        this.commit = commit;
        this.kept = kept;
        this.caller = caller;
        this.routing = routing;
        this.json = json;
        this.failures = failures;
        this.dresser = dresser;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var text = routing.request().getHeader(HeaderNames.IDEMPOTENCY_KEY);
        if (text == null) {
            return call.proceed();
        }
        if (!PRINTABLE.matcher(text).matches()) {
            throw Refusal.invalid(
                    HeaderNames.IDEMPOTENCY_KEY, "Idempotency-Key must be 1 to 255 printable ASCII characters");
        }
        var hash = ofCreators() ? ANY_BODY : bodyHash();
        var key = new IdempotencyKey(caller.owner(), routing.request().method().name(), address(), text, hash);
        var rules = call.getMethod().getAnnotation(Idempotent.class);
        var seal = rules.sealed() ? new Seal(routing.request().getHeader("Authorization"), key) : null;
        try {
            return rules.detached() ? detached(key, call, seal) : together(key, call, seal);
        } catch (Replay stored) {
            throw seal == null ? stored : new Replay(stored.status(), seal.open(stored.body()));
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

    private record Done(Object result, Answer answer) {}

    private Object together(IdempotencyKey key, InvocationContext call, Seal seal) {
        try {
            var done = QuarkusTransaction.requiringNew().call(() -> {
                var reservation = reserve(key, false);
                var result = call.proceed();
                var answer = answer(call, result, seal);
                keys.settle(reservation, answer);
                return new Done(result, answer);
            });
            kept.count(key.owner(), done.answer().body());
            return done.result();
        } catch (RuntimeException failed) {
            refusal(failed, seal).ifPresent(answer -> keep(key, answer));
            throw failed;
        }
    }

    /** The refusal undid the reservation together with the effect, so the answer is stored by itself. */
    private void keep(IdempotencyKey key, Answer answer) {
        if (QuarkusTransaction.requiringNew().call(() -> keys.keep(key, answer))) {
            kept.count(key.owner(), answer.body());
        }
    }

    private Object detached(IdempotencyKey key, InvocationContext call, Seal seal) throws Exception {
        var reservation = QuarkusTransaction.requiringNew().call(() -> reserve(key, true));
        running.begin(reservation);
        commit.begin(reservation, told -> answer(call, told, seal));
        Object result;
        try {
            result = call.proceed();
        } catch (Exception | Error failed) {
            fail(reservation, failed, seal);
            throw failed;
        }
        var told = commit.told();
        if (told == null) {
            running.settle(reservation, answer(call, result, seal));
        } else {
            running.end(
                    reservation, told.answer(), told.response() == result ? told.answer() : answer(call, result, seal));
        }
        return result;
    }

    /** What was done with the key's answer stays done. */
    private void fail(Reservation reservation, Throwable failed, Seal seal) {
        var told = commit.told();
        if (told != null) {
            running.end(reservation, told.answer(), told.answer());
            return;
        }
        refusal(failed, seal)
                .ifPresentOrElse(answer -> running.settle(reservation, answer), () -> running.release(reservation));
    }

    private Reservation reserve(IdempotencyKey key, boolean detached) {
        var reservation = ofCreators() ? keys.reserveForOneAddress(key, detached) : keys.reserve(key, detached);
        kept.requireRoom(key.owner());
        return reservation;
    }

    private Answer answer(InvocationContext call, Object result, Seal seal) {
        if (result instanceof RestResponse<?> response) {
            return new Answer(response.getStatus(), closed(write(response.getEntity()), seal));
        }
        var declared = call.getMethod().getAnnotation(ResponseStatus.class);
        return new Answer(declared == null ? 200 : declared.value(), closed(write(result), seal));
    }

    private static String closed(String answer, Seal seal) {
        return seal == null ? answer : seal.close(answer);
    }

    /** What a call that was not done is answered, if the same call would always be answered so. */
    private Optional<Answer> refusal(Throwable failed, Seal seal) {
        if (ofCreators() || !isRefusal(failed)) {
            return Optional.empty();
        }
        var failure = failures.of(failed, routing.request().getHeader(HeaderNames.REQUEST_ID));
        return failure.status() >= 500 || NOT_KEPT.contains(failure.status())
                ? Optional.empty()
                : Optional.of(new Answer(
                        failure.status(), closed(dresser.text(Contract.of(routing.normalizedPath()), failure), seal)));
    }

    private static boolean isRefusal(Throwable failed) {
        return failed instanceof Refusal refusal
                ? !(refusal.code() instanceof IdempotencyKeys.KeyError)
                : failed instanceof ValidationException
                        || failed instanceof WebApplicationException
                        || failed instanceof JsonMerge.Unreadable;
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
