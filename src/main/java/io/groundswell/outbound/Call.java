package io.groundswell.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A request to an address that somebody else chose.
 *
 * @param timeout for everything together, once this server has room for the call: looking up the host, connecting, sending, and reading
 *     the answer
 */
public record Call(String method, URI address, Map<String, String> headers, byte[] body, Duration timeout) {
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final byte[] NOTHING = {};

    public Call {
        Objects.requireNonNull(method);
        Objects.requireNonNull(address);
        Objects.requireNonNull(body);
        var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = copy;
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A call needs time");
        }
    }

    public static Call get(URI address) {
        return new Call("GET", address, Map.of(), NOTHING, USUAL);
    }

    public static Call delete(URI address) {
        return new Call("DELETE", address, Map.of(), NOTHING, USUAL);
    }

    public static Call post(URI address, String contentType, byte[] body) {
        return new Call("POST", address, Map.of("Content-Type", contentType), body, USUAL);
    }

    /** The same call with one header more, or another value for it. */
    public Call with(String header, String value) {
        if (value.chars().anyMatch(character -> character < ' ' && character != '\t' || character == 127)) {
            throw new IllegalArgumentException("The value of " + header + " holds a control character");
        }
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new Call(method, address, more, body, timeout);
    }

    public Call within(Duration limit) {
        return new Call(method, address, headers, body, limit);
    }

    /** A POST has one even when it is empty, and says so. */
    boolean hasBody() {
        return body.length > 0 || method.equals("POST");
    }

    /** Without query and headers, which may hold secrets. */
    @Override
    public String toString() {
        return method + " " + address.getScheme() + "://" + address.getRawAuthority();
    }
}
