package io.groundswell.testing;

import io.groundswell.testing.PlainPath.Value;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.hamcrest.Matcher;

/**
 * Follows the plain paths of tests, and tells of an answer that is not as expected what was asked and what came. REST Assured can tell it
 * too, but formats every call beforehand for it, which took a fifth of the processor time of all tests.
 */
final class PlainPaths implements Filter {
    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext next) {
        return of(next.next(request, expected), request.getMethod() + " " + request.getURI());
    }

    /** @param asked the call, as a failure is to tell it */
    static Response of(Response answer, String asked) {
        return new Answer(answer, asked).as(Response.class, answer);
    }

    /** One answer, which is read when it is first asked for what is in it. */
    private static final class Answer {
        private final Response response;
        private final String call;
        private JsonPath content;

        Answer(Response response, String call) {
            this.response = response;
            this.call = call;
        }

        /** What is asked of {@code asked}, of which this knows some answers sooner. */
        <T> T as(Class<T> type, Object asked) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                        if (method.getName().equals("jsonPath") && given == null && isJson()) {
                            return content();
                        }
                        var found = found(method, given);
                        if (found.isPresent()) {
                            return found.get().value();
                        }
                        if (holds(method, given)) {
                            return proxy;
                        }
                        return again(proxy, asked, call(method, asked, given));
                    }));
        }

        private Object again(Object proxy, Object asked, Object told) {
            if (told == asked) {
                return proxy;
            }
            if (told instanceof ValidatableResponse validatable) {
                return as(ValidatableResponse.class, validatable);
            }
            return told instanceof ExtractableResponse<?> extractable && !(told instanceof Response)
                    ? as(ExtractableResponse.class, extractable)
                    : told;
        }

        private Object call(Method method, Object asked, Object[] given) throws Throwable {
            try {
                return method.invoke(asked, given);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof AssertionError failure ? told(failure) : e.getCause();
            }
        }

        private AssertionError told(AssertionError failure) {
            return new AssertionError(
                    "%s%n%s answered %d:%n%s"
                            .formatted(failure.getMessage(), call, response.statusCode(), response.asString()),
                    failure);
        }

        /** What a plain path leads to, which may be null; empty when REST Assured has to look. */
        private Optional<Value> found(Method method, Object[] given) {
            return method.getName().equals("path") && isPlain(given) && ((Object[]) given[1]).length == 0
                    ? follow((String) given[0])
                    : Optional.empty();
        }

        /** Whether what is expected of a plain path is so; when it is not, REST Assured says what is wrong. */
        private boolean holds(Method method, Object[] given) {
            return method.getName().equals("body")
                    && isPlain(given)
                    && given.length == 3
                    && given[1] instanceof Matcher<?> matcher
                    && ((Object[]) given[2]).length == 0
                    && follow((String) given[0])
                            .filter(found -> matcher.matches(found.value()))
                            .isPresent();
        }

        private boolean isPlain(Object[] given) {
            return given != null && given[0] instanceof String path && PlainPath.is(path) && isJson();
        }

        private boolean isJson() {
            return String.valueOf(response.contentType()).startsWith("application/json");
        }

        private Optional<Value> follow(String path) {
            return PlainPath.follow(path, content().get(""));
        }

        private JsonPath content() {
            if (content == null) {
                content = new PlainPath.Json(response.asString());
            }
            return content;
        }
    }
}
