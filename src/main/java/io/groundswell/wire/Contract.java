package io.groundswell.wire;

import io.groundswell.wire.envelope.EnvelopeError;
import io.groundswell.wire.flat.FlatError;
import io.groundswell.wire.page.ErrorHtml;
import io.groundswell.wire.page.PageHeaders;
import io.groundswell.wire.v1.V1Error;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;

/** The public faces of the server. Each owns a path prefix and dresses failures in its own way. */
public enum Contract {
    MISSIONS("/v1") {
        @Override
        Object dress(Failure failure, String docUrl) {
            return V1Error.of(failure, docUrl);
        }
    },
    CREATORS("/api/v1") {
        @Override
        Object dress(Failure failure, String docUrl) {
            return EnvelopeError.of(failure);
        }
    },
    OPERATORS("/internal") {
        @Override
        Object dress(Failure failure, String docUrl) {
            return V1Error.of(failure, docUrl);
        }
    },
    /** What people open in a browser. */
    PAGES("/review") {
        @Override
        Object dress(Failure failure, String docUrl) {
            return ErrorHtml.of(failure);
        }

        @Override
        public String mediaType() {
            return ErrorHtml.MEDIA_TYPE;
        }

        @Override
        void announce(HttpServerResponse response) {
            PageHeaders.put(response);
        }
    },
    /** Owns every path that the others do not. */
    SITE("") {
        @Override
        Object dress(Failure failure, String docUrl) {
            return FlatError.of(failure);
        }

        @Override
        void announce(HttpServerResponse response) {
            // Pages of any site send events. What must not be kept says so itself: pictures and scripts keep.
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
    };

    private final String prefix;

    Contract(String prefix) {
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }

    abstract Object dress(Failure failure, String docUrl);

    /** Of what {@link #dress} makes. */
    public String mediaType() {
        return "application/json";
    }

    /** Puts the headers that every answer carries. */
    void announce(HttpServerResponse response) {
        // What one caller may see must not be kept for the next.
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * The contract of a resource, by its own path and not by the address in the request: one resource may be reached by
     * several spellings of its address, and all of them have to meet the same door.
     */
    public static Contract of(ResourceInfo resource) {
        var path = resource.getResourceClass().getAnnotation(Path.class).value();
        return of(path.startsWith("/") ? path : "/" + path);
    }

    public static Contract of(String path) {
        for (var contract : values()) {
            if (path.equals(contract.prefix) || path.startsWith(contract.prefix + "/")) {
                return contract;
            }
        }
        return SITE;
    }
}
