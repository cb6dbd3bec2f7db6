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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hamcrest.Matcher;

/**
 * Follows the paths of tests from field to field, and to a field of all items. REST Assured compiles a script for each of them
 * each time, which took a third of the processor time of all tests. What is more than that, and what is not as expected, is
 * still left to it.
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

        private static Object call(Method method, Object asked, Object[] given) throws Throwable {
            try {
                return method.invoke(asked, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
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

        private static boolean isPlain(Object[] given) {
            return given != null
                    && given[0] instanceof String path
                    && PLAIN.matcher(path).matches();
        }

        private Optional<Value> follow(String path) {
            if (content == null) {
                content = response.jsonPath().get("");
            }
            var at = Optional.of(new Value(content));
            for (var steps = STEP.matcher(path); steps.find() && at.isPresent(); ) {
                var of = at.get().value();
                var field = steps.group(1);
                at = field != null ? field(of, field) : item(of, Integer.parseInt(steps.group(2)));
            }
            return at;
        }

        /** Of a list the fields of all its items; of nothing, nothing. */
        private static Optional<Value> field(Object of, String name) {
            if (of == null || of instanceof Map) {
                return Optional.of(new Value(of == null ? null : ((Map<?, ?>) of).get(name)));
            }
            if (!(of instanceof List<?> items) || !items.stream().allMatch(Map.class::isInstance)) {
                return Optional.empty();
            }
            var fields = new ArrayList<>(items.size());
            items.forEach(item -> fields.add(((Map<?, ?>) item).get(name)));
            return Optional.of(new Value(fields));
        }

        private static Optional<Value> item(Object of, int index) {
            return of instanceof List<?> items && index < items.size()
                    ? Optional.of(new Value(items.get(index)))
                    : Optional.empty();
        }
    }

    private record Value(Object value) {}
}
