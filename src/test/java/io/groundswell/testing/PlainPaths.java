package io.groundswell.testing;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hamcrest.Matcher;

/**
 * Follows the paths of tests from field to field. REST Assured compiles a script for each of them each time, which took a
 * quarter of the processor time of all tests. What is more than that, and what is not as expected, is still left to it.
 */
final class PlainPaths implements Filter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]\\w*(\\[\\d+])?(\\.[A-Za-z_]\\w*(\\[\\d+])?)*");
    private static final Pattern STEP = Pattern.compile("([A-Za-z_]\\w*)|\\[(\\d+)]");

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext next) {
        return of(next.next(request, expected));
    }

    static Response of(Response answer) {
        var json = String.valueOf(answer.contentType()).startsWith("application/json");
        return json ? new Answer(answer).as(Response.class, answer) : answer;
    }

    /** One answer, which is read when it is first asked for what is in it. */
    private static final class Answer {
        private final Response response;
        private Object content;

        Answer(Response response) {
            this.response = response;
        }

        /** What is asked of {@code asked}, of which this knows some answers sooner. */
        <T> T as(Class<T> type, Object asked) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                        var found = found(method, given);
                        if (found.isPresent()) {
                            return found.get();
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

        private static Object call(Method method, Object asked, Object[] given) throws Throwable {
            try {
                return method.invoke(asked, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        /** What a plain path leads to; empty when REST Assured has to look. */
        private Optional<?> found(Method method, Object[] given) {
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
                    && follow((String) given[0]).filter(matcher::matches).isPresent();
        }

        private static boolean isPlain(Object[] given) {
            return given != null
                    && given[0] instanceof String path
                    && PLAIN.matcher(path).matches();
        }

        /** Empty as well where nothing is, or null. */
        private Optional<?> follow(String path) {
            if (content == null) {
                content = response.jsonPath().get("$");
            }
            Optional<?> at = Optional.of(content);
            for (var steps = STEP.matcher(path); steps.find(); ) {
                var step = steps.group(1);
                at = step != null ? at.flatMap(of -> field(of, step)) : item(at, Integer.parseInt(steps.group(2)));
            }
            return at;
        }

        private static Optional<?> field(Object of, String name) {
            return of instanceof Map<?, ?> fields ? Optional.ofNullable(fields.get(name)) : Optional.empty();
        }

        private static Optional<?> item(Optional<?> of, int index) {
            return of.filter(List.class::isInstance)
                    .map(List.class::cast)
                    .filter(items -> index < items.size())
                    .map(items -> items.get(index));
        }
    }
}
